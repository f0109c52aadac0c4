/// Where a client connects and under which name.
struct ClientTarget: Sendable {
  let place: Place
  let security: ClientSecurity
  let tls: TLSContext?

  /// Refuses cleartext to anything but `localhost` or a loopback address, and unusable authorities.
  init(_ place: Place, security: ClientSecurity) throws {
    self.place = place
    self.security = security
    switch security {
    case .tls(let verification, _, let identity):
      tls = try TLSContext(verification: verification, identity: identity)
    case .cleartextOnLoopback:
      tls = nil
      guard case .network(let host, _) = place else { return }
      guard host == "localhost" || host == "::1" || host.hasPrefix("127.") else {
        throw TransportConfigurationError.cleartextBeyondLoopback(address: host)
      }
    }
  }

  /// `host:port` as HTTP writes it; for unix sockets, what others send there too.
  var authority: String {
    switch place {
    case .network(let host, let port):
      host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
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
    if case .network(let host, _) = place { return host }
    return "localhost"
  }

  var pin: CertificateFingerprint? {
    if case .tls(.pinned(let fingerprint), _, _) = security { return fingerprint }
    return nil
  }
}
