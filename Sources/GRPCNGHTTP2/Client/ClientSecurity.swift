/// How a client protects its connection.
public enum ClientSecurity: Sendable, Hashable {
  /// TLS 1.2 or later with ALPN `h2`. The certificate must bear `serverName`, or the target's host
  /// when that is `nil`, except where it is pinned. A server that asks for a certificate is shown
  /// `identity`.
  case tls(PeerVerification, serverName: String? = nil, identity: ClientIdentity? = nil)

  /// No encryption. Refused for targets other than loopback and unix sockets.
  case cleartextOnLoopback
}
