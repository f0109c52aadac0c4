/// How a listener protects its connections.
public enum ServerSecurity: Sendable, Hashable {
  /// TLS 1.2 or later with ALPN `h2`. Both files are PEM; the chain begins with the leaf.
  case tls(certificateChainFile: String, privateKeyFile: String)

  /// No encryption. Refused for addresses other than loopback.
  case cleartextOnLoopback
}
