/// How a listener protects its connections.
public enum ServerSecurity: Sendable, Hashable {
  /// TLS 1.2 or later with ALPN `h2`. Both files are PEM; the chain begins with the leaf. They are
  /// read again when they change.
  case tls(
    certificateChainFile: String, privateKeyFile: String, clients: ClientVerification = .none)

  /// No encryption. Refused for addresses other than loopback and unix sockets.
  case cleartextOnLoopback
}
