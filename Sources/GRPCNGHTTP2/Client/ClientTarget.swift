/// Where a client connects and under which name.
struct ClientTarget: Sendable {
  let host: String
  let port: Int
  let security: ClientSecurity
  let tls: TLSContext?

  /// Refuses cleartext to anything but `localhost` or a loopback address, and unusable authorities.
  init(host: String, port: Int, security: ClientSecurity) throws {
    self.host = host
    self.port = port
    self.security = security
    switch security {
    case .tls(let verification, _):
      tls = try TLSContext(verification: verification)
    case .cleartextOnLoopback:
      tls = nil
      guard host == "localhost" || host == "::1" || host.hasPrefix("127.") else {
        throw TransportConfigurationError.cleartextBeyondLoopback(address: host)
      }
    }
  }

  /// `host:port` as HTTP writes it.
  var authority: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// The name asked for in the TLS handshake.
  var serverName: String {
    if case .tls(_, let name?) = security { return name }
    return host
  }

  var pin: CertificateFingerprint? {
    if case .tls(.pinned(let fingerprint), _) = security { return fingerprint }
    return nil
  }
}
