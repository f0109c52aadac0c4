import COpenSSL

/// SHA-256 over a certificate's DER bytes: what a client pins.
package struct CertificateFingerprint: Hashable, Sendable, CustomStringConvertible {
  package let digest: SHA256Digest

  /// Takes a fingerprint known already.
  package init(digest: SHA256Digest) {
    self.digest = digest
  }

  /// Fingerprints the first certificate of a PEM text, which in a chain is the server's own.
  /// Throws when there is none.
  package init(pem: String) throws(OpenSSLError) {
    let source = try MemoryBIO(reading: pem)
    guard let certificate = PEM_read_bio_X509(source.pointer, nil, nil, nil) else {
      throw OpenSSLError.taken(whileTryingTo: "read a certificate")
    }
    defer { X509_free(certificate) }
    try self.init(certificate: certificate)
  }

  /// Fingerprints a certificate in DER form, as a TLS peer sends it.
  package init(der: [UInt8]) {
    digest = SHA256.hash(der)
  }

  /// Reads 64 hexadecimal digits, with spaces or colons anywhere; answers nil for anything else.
  package init?(text: some StringProtocol) {
    let digits = String(text.filter { $0 != " " && $0 != ":" })
    guard let digest = SHA256Digest(hex: digits) else { return nil }
    self.digest = digest
  }

  init(certificate: OpaquePointer) throws(OpenSSLError) {
    var bytes = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    guard X509_digest(certificate, EVP_sha256(), &bytes, nil) == 1,
      let digest = SHA256Digest(bytes: bytes)
    else { throw OpenSSLError.taken(whileTryingTo: "fingerprint a certificate") }
    self.digest = digest
  }

  /// Sixteen groups of four digits, which two people can compare over the telephone.
  package var description: String {
    let digits = Array(digest.hex)
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(digits[$0..<($0 + 4)]) }
      .joined(separator: " ")
  }
}
