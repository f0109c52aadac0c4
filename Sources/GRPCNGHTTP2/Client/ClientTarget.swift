/// Where a client connects and under which name.
struct ClientTarget: Sendable {
  let place: ClientPlace
  let security: ClientSecurity
  let tls: TLSContext?

  /// Refuses no endpoints at all, cleartext to anything but `localhost` or a loopback address, and
  /// unusable authorities.
  init(_ place: ClientPlace, security: ClientSecurity) throws {
    self.place = place
    self.security = security
    if case .network(let endpoints) = place, endpoints.isEmpty {
      throw TransportConfigurationError.noUsableAddress(host: "an empty list")
    }
    switch security {
    case .tls(let verification, _, let identity):
      tls = try TLSContext(verification: verification, identity: identity)
    case .cleartextOnLoopback:
      tls = nil
      guard case .network(let endpoints) = place else { return }
      for host in endpoints.map(\.host) {
        guard host == "localhost" || host == "::1" || host.hasPrefix("127.") else {
          throw TransportConfigurationError.cleartextBeyondLoopback(address: host)
        }
      }
    }
  }

  /// `host:port` of the first endpoint as HTTP writes it; for unix sockets, what others send there too.
  var authority: String {
    switch place {
    case .network(let endpoints):
      endpoints.first.map {
        $0.host.contains(":") ? "[\($0.host)]:\($0.port)" : "\($0.host):\($0.port)"
      } ?? ""
    case .unixSocket: "localhost"
    }
  }

  /// The target as error messages name it.
  var description: String {
    if case .unixSocket(let path) = place { return "unix:\(path)" }
    return authority
  }

  /// The name asked for in the TLS handshake.
  var serverName: String {
    if case .tls(_, let name?, _) = security { return name }
    if case .network(let endpoints) = place, let first = endpoints.first { return first.host }
    return "localhost"
  }

  var pin: CertificateFingerprint? {
    if case .tls(.pinned(let fingerprint), _, _) = security { return fingerprint }
    return nil
  }
}
