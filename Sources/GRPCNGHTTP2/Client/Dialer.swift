/// Opens sockets to a target. Blocks, so it works on a thread of its own.
enum Dialer {
  /// Looks the host up and connects to its addresses in order until one answers.
  ///
  /// Refuses with the error of the last address; in cleartext only loopback addresses are tried.
  static func dial(host: String, port: Int, loopbackOnly: Bool) throws -> Int32 {
    var failure: any Error = TransportConfigurationError.noUsableAddress(host: host)
    for resolved in try Resolver.resolve(host: host, port: port) {
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
    _ target: ClientTarget, on loop: EventLoop,
    completion: @escaping @Sendable (Result<Int32, any Error>) -> Void
  ) {
    do {
      try Thread.start {
        let result = Result {
          try dial(host: target.host, port: target.port, loopbackOnly: target.tls == nil)
        }
        if case .success(let descriptor) = result { Socket.setNonBlocking(descriptor) }
        loop.execute { completion(result) }
      }
    } catch {
      completion(.failure(error))
    }
  }
}
