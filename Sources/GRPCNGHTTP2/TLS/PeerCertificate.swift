/// What a peer showed of itself in the TLS handshake.
public struct PeerCertificate: Sendable, Hashable {
  /// SHA-256 of the leaf certificate, for pinning.
  public let fingerprint: CertificateFingerprint

  /// Distinguished name of the subject, most specific part first.
  public let subject: String

  /// Distinguished name of the issuer; equal to the subject when self-signed.
  public let issuer: String

  /// Its alternative names, each with its kind: `DNS:`, `email:`, `URI:` or `IP:`.
  public let names: [String]

  /// Seconds since 1970 after which it counts no more; nil where that cannot be read.
  public let expiresAt: Int64?
}
