/// How a client makes sure that it talks to the right server.
public enum PeerVerification: Sendable, Hashable {
  /// The system's trust store vouches for the certificate, and it names the host.
  case trustStore

  /// An authority in this PEM file vouches for the certificate, and it names the host.
  case authorities(file: String)

  /// The certificate is exactly this one; who issued it and what it names does not matter. For
  /// servers with a certificate of their own making.
  case pinned(CertificateFingerprint)
}
