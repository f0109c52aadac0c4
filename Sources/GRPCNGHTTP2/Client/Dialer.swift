/// Opens sockets to a target. Blocks, so it works on a thread of its own.
enum Dialer {
  /// Looks the host up and connects to its addresses in order until one answers.
  ///
  /// Refuses with the error of the last address; in cleartext only loopback addresses are tried.
  ///
  /// - Parameter first: where in the list to begin, so that an address which takes connections but
  ///   does not serve them keeps nobody from the others.
  static func dial(
    host: String, port: Int, loopbackOnly: Bool, first: Int = 0
  ) throws -> Int32 {
    var failure: any Error = TransportConfigurationError.noUsableAddress(host: host)
    let addresses = try Resolver.resolve(host: host, port: port)
    for index in addresses.indices {
      let resolved = addresses[(index + first) % addresses.count]
      guard let address = resolved.address else { continue }
      if loopbackOnly, !address.isLoopback {
        failure = TransportConfigurationError.cleartextBeyondLoopback(address: address.host)
        continue
      }
      do {
        return try Socket.connect(to: resolved)
      } catch {
        failure = error
      }
    }
    throw failure
  }

  /// The same without blocking; `completion` runs on the loop with a socket that does not block.
  static func dial(
    _ target: ClientTarget, first: Int, on loop: EventLoop,
    completion: @escaping @Sendable (Result<Int32, any Error>) -> Void
  ) {
    do {
      try Thread.start {
        let result = Result {
          switch target.place {
          case .network(let host, let port):
            try dial(host: host, port: port, loopbackOnly: target.tls == nil, first: first)
          case .unixSocket(let path):
            try Socket.connect(to: ResolvedAddress(unixSocket: path))
          }
        }
        if case .success(let descriptor) = result { Socket.setNonBlocking(descriptor) }
        loop.execute { completion(result) }
      }
    } catch {
      completion(.failure(error))
    }
  }
}
