import COpenSSL
import Glibc

/// OpenSSL's macros, which Swift does not import, and its error texts.
enum OpenSSL {
  static let noCompression: UInt64 = 1 << 17
  static let cipherServerPreference: UInt64 = 1 << 22
  static let noRenegotiation: UInt64 = 1 << 30
  static let tls12 = 0x0303

  /// Partial writes, buffers that may move between retries, and buffers freed while idle.
  static let modes = 0x1 | 0x2 | 0x10

  /// RFC 2253 form of a name: most specific part first, comma-separated, control characters
  /// escaped and UTF-8 left readable (XN_FLAG_RFC2253 without ASN1_STRFLGS_ESC_MSB).
  static let rfc2253Name: UInt = 0x0111_0313

  /// ALPN list naming HTTP/2 only.
  static let h2Protocols: [UInt8] = [2, UInt8(ascii: "h"), UInt8(ascii: "2")]

  /// The texts of the thread's error queue, which is emptied.
  static func errors() -> String {
    var texts: [String] = []
    while true {
      let code = ERR_get_error()
      if code == 0 { break }
      if let reason = ERR_reason_error_string(code) {
        texts.append(String(cString: reason))
      } else {
        texts.append("error \(code)")
      }
    }
    return texts.isEmpty ? "unknown TLS error" : texts.joined(separator: "; ")
  }

  /// Reads what the connection's peer presented; `nil` without a certificate.
  static func peerCertificate(of ssl: OpaquePointer) -> PeerCertificate? {
    guard let certificate = SSL_get1_peer_certificate(ssl) else { return nil }
    defer { X509_free(certificate) }
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard X509_digest(certificate, EVP_sha256(), &digest, &length) == 1,
      let fingerprint = CertificateFingerprint(bytes: Array(digest.prefix(Int(length))))
    else { return nil }
    return PeerCertificate(
      fingerprint: fingerprint, subject: text(of: X509_get_subject_name(certificate)),
      issuer: text(of: X509_get_issuer_name(certificate)), names: names(of: certificate),
      expiresAt: seconds(X509_get0_notAfter(certificate)))
  }

  private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
    var parts = tm()
    guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
    return Int64(timegm(&parts))
  }

  private static func names(of certificate: OpaquePointer) -> [String] {
    guard let list = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else {
      return []
    }
    let stack = OpaquePointer(list)
    defer { GENERAL_NAMES_free(stack) }
    return (0..<OPENSSL_sk_num(stack)).compactMap { index in
      OPENSSL_sk_value(stack, index).flatMap {
        name($0.assumingMemoryBound(to: GENERAL_NAME.self))
      }
    }
  }

  private static func name(_ name: UnsafeMutablePointer<GENERAL_NAME>) -> String? {
    var kind: Int32 = 0
    guard let value = GENERAL_NAME_get0_value(name, &kind) else { return nil }
    let bytes = { () -> UnsafeBufferPointer<UInt8> in
      let string = UnsafePointer<ASN1_STRING>(value.assumingMemoryBound(to: ASN1_STRING.self))
      return UnsafeBufferPointer(
        start: ASN1_STRING_get0_data(string), count: Int(ASN1_STRING_length(string)))
    }
    switch kind {
    case GEN_DNS: return "DNS:" + String(decoding: bytes(), as: UTF8.self)
    case GEN_EMAIL: return "email:" + String(decoding: bytes(), as: UTF8.self)
    case GEN_URI: return "URI:" + String(decoding: bytes(), as: UTF8.self)
    case GEN_IPADD: return "IP:" + bytes().map { String($0) }.joined(separator: ".")
    default: return nil
    }
  }

  private static func text(of name: OpaquePointer?) -> String {
    guard let name, let memory = BIO_new(BIO_s_mem()) else { return "" }
    defer { BIO_free(memory) }
    let flags = rfc2253Name
    guard X509_NAME_print_ex(memory, name, 0, flags) >= 0 else { return "" }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = BIO_read(memory, &buffer, Int32(buffer.count))
    return count > 0 ? String(decoding: buffer.prefix(Int(count)), as: UTF8.self) : ""
  }
}
