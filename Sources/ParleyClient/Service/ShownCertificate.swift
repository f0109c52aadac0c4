/// The certificate that a server showed, before anybody vouched for it.
package struct ShownCertificate: Hashable, Sendable {
  /// SHA-256, 64 lower-case hexadecimal digits.
  package let fingerprint: String
  /// Seconds since 1970 after which it counts no more; nil where that cannot be read.
  package let expiresAt: Int64?

  package init(fingerprint: String, expiresAt: Int64?) {
    self.fingerprint = fingerprint
    self.expiresAt = expiresAt
  }
}
