/// Opens sockets to a target. Blocks, so it works on a thread of its own.
enum Dialer {
  /// A socket to one of a target's addresses.
  struct Dialed: Sendable {
    let descriptor: Int32
    /// Its place in the list, and how long that is.
    let index: Int
    let count: Int
    /// How many were tried before it.
    let skipped: Int
  }

  /// Looks the host up and connects to its addresses in order until one answers.
  ///
  /// Refuses with the error of the last address; in cleartext only loopback addresses are tried.
  ///
  /// - Parameters:
  ///   - first: where in the list to begin, so that an address which takes connections but does not
  ///     serve them keeps nobody from the others.
  ///   - atMost: how many to try at most; `nil` for all.
  static func dial(
    _ endpoints: [Endpoint], loopbackOnly: Bool, first: Int = 0, atMost: Int? = nil
  ) throws -> Dialed {
    var failure: any Error = TransportConfigurationError.noUsableAddress(
      host: endpoints.first?.host ?? "the target")
    var addresses: [ResolvedAddress] = []
    for endpoint in endpoints {
      do {
        addresses += try Resolver.resolve(host: endpoint.host, port: endpoint.port)
      } catch {
        failure = error
      }
    }
    for step in 0..<min(addresses.count, atMost.map { max($0, 1) } ?? addresses.count) {
      let index = (step + first) % addresses.count
      let resolved = addresses[index]
      guard let address = resolved.address else { continue }
      if loopbackOnly, !address.isLoopback {
        failure = TransportConfigurationError.cleartextBeyondLoopback(address: address.host)
        continue
      }
      do {
        return Dialed(
          descriptor: try Socket.connect(to: resolved), index: index, count: addresses.count,
          skipped: step)
      } catch {
        failure = error
      }
    }
    throw failure
  }

  /// The same without blocking; `completion` runs on the loop with a socket that does not block.
  static func dial(
    _ target: ClientTarget, first: Int, atMost: Int?, on loop: EventLoop,
    completion: @escaping @Sendable (Result<Dialed, any Error>) -> Void
  ) {
    do {
      try Thread.start {
        let result = Result {
          switch target.place {
          case .network(let endpoints):
            try dial(
              endpoints, loopbackOnly: target.tls == nil, first: first, atMost: atMost)
          case .unixSocket(let path):
            Dialed(
              descriptor: try Socket.connect(to: ResolvedAddress(unixSocket: path)), index: 0,
              count: 1, skipped: 0)
          }
        }
        if case .success(let dialed) = result { Socket.setNonBlocking(dialed.descriptor) }
        loop.execute { completion(result) }
      }
    } catch {
      completion(.failure(error))
    }
  }
}
