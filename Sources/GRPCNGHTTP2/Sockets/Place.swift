/// Where to listen or to connect.
enum Place: Sendable {
  case network(host: String, port: Int)
  case unixSocket(String)

  /// The first address of the place.
  ///
  /// Refuses an unknown name, a name without an address of a usable kind, and a path too long.
  func resolve() async throws -> ResolvedAddress {
    switch self {
    case .network(let host, let port):
      guard let first = try await Resolver.resolve(host: host, port: port).first,
        first.address != nil
      else { throw TransportConfigurationError.noUsableAddress(host: host) }
      return first
    case .unixSocket(let path):
      return try ResolvedAddress(unixSocket: path)
    }
  }
}
