/// The TLS peer is not who it must be. Never retried: the same peer will give the same answer.
///
/// An RPC that fails for it throws an `RPCError` with the code FAILED_PRECONDITION and this error as
/// its `cause`.
public enum PeerIdentityError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The certificate is not the pinned one.
  case pinMismatch(pinned: CertificateFingerprint, presented: PeerCertificate)

  /// No trusted authority vouches for the certificate, or it names another host.
  case untrusted(reason: String)

  public var description: String {
    switch self {
    case .pinMismatch(let pinned, let presented):
      "the server's certificate is not the pinned one: expected \(pinned), "
        + "got \(presented.fingerprint) (\(presented.subject))"
    case .untrusted(let reason):
      "the server's certificate is not trusted: \(reason)"
    }
  }
}
