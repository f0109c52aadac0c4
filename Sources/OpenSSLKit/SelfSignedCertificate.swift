import COpenSSL

/// A certificate that vouches for itself, for a server started without one.
///
/// Clients pin its fingerprint or are given it as their only root. ECDSA on P-256, because every
/// client has it; no key usage, because some verifiers take a self-signed certificate as a root
/// only if it does not exclude signing.
package struct SelfSignedCertificate: Sendable {
  package let certificatePEM: String
  package let privateKeyPEM: String
  package let fingerprint: CertificateFingerprint

  /// Makes a key and a certificate for it.
  ///
  /// `hosts` are DNS names, `*.` allowed in front, or IPv4 and IPv6 addresses; throws when there
  /// is none or one is neither. `now` is in seconds since 1970; the certificate is valid from an
  /// hour before, since the clocks of two machines differ. A repeat makes another key.
  package static func make(
    hosts: [String], validDays: Int, now: Int64
  ) throws(OpenSSLError) -> SelfSignedCertificate {
    guard let commonName = hosts.first else { throw refusal("no host is named") }
    guard (1...36_500).contains(validDays) else { throw refusal("valid days out of range") }
    var names: [String] = []
    for host in hosts { names.append(try alternativeName(host)) }
    let key = try KeyHandle.generate("EC", group: "P-256")
    guard let certificate = X509_new() else { throw failure() }
    defer { X509_free(certificate) }
    try setNumberAndTimes(certificate, validDays: validDays, now: now)
    try setSubject(certificate, String(commonName.prefix(64)))
    guard X509_set_pubkey(certificate, key.pointer) == 1 else { throw failure() }
    try addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE")
    try addExtension(certificate, NID_ext_key_usage, "serverAuth")
    try addExtension(certificate, NID_subject_key_identifier, "hash")
    try addExtension(certificate, NID_subject_alt_name, names.joined(separator: ","))
    guard X509_sign(certificate, key.pointer, EVP_sha256()) > 0 else { throw failure() }
    let sink = try MemoryBIO()
    guard PEM_write_bio_X509(sink.pointer, certificate) == 1 else { throw failure() }
    return SelfSignedCertificate(
      certificatePEM: sink.text, privateKeyPEM: try key.privatePEM(),
      fingerprint: try CertificateFingerprint(certificate: certificate))
  }

  private static func setNumberAndTimes(
    _ certificate: OpaquePointer, validDays: Int, now: Int64
  ) throws(OpenSSLError) {
    var serial = try RandomBytes.make(16)
    serial[0] = serial[0] & 0x3f | 0x40  // positive, and always sixteen bytes
    let number = BN_bin2bn(serial, 16, nil)
    defer { BN_free(number) }
    guard X509_set_version(certificate, 2) == 1,
      BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil,
      ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(now - 3600)) != nil,
      ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(now + Int64(validDays) * 86_400)) != nil
    else { throw failure() }
  }

  private static func setSubject(
    _ certificate: OpaquePointer, _ commonName: String
  ) throws(OpenSSLError) {
    let subject = X509_get_subject_name(certificate)
    let text = Array(commonName.utf8)
    guard
      X509_NAME_add_entry_by_txt(
        subject, "CN", MBSTRING_UTF8, text, Int32(text.count), -1, 0) == 1,
      X509_set_issuer_name(certificate, subject) == 1
    else { throw failure() }
  }

  private static func addExtension(
    _ certificate: OpaquePointer, _ kind: Int32, _ value: String
  ) throws(OpenSSLError) {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, certificate, certificate, nil, nil, 0)
    let made = X509V3_EXT_conf_nid(nil, &context, kind, value)
    defer { X509_EXTENSION_free(made) }
    guard made != nil, X509_add_ext(certificate, made, -1) == 1 else { throw failure() }
  }

  /// The host as OpenSSL's configuration spells it. Only letters, digits, dots and hyphens pass,
  /// so a host cannot smuggle further entries in behind a comma.
  private static func alternativeName(_ host: String) throws(OpenSSLError) -> String {
    if let address = a2i_IPADDRESS(host) {
      ASN1_OCTET_STRING_free(address)
      return "IP:\(host)"
    }
    ERR_clear_error()
    let name = host.hasPrefix("*.") ? host.dropFirst(2) : host[...]
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    let sound = labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.utf8.allSatisfy(isNameByte)
        && label.first != "-" && label.last != "-"
    }
    guard sound, host.utf8.count <= 253 else {
      throw refusal("\"\(host)\" is neither a DNS name nor an address")
    }
    return "DNS:\(host)"
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static let operation = "make a certificate"

  private static func refusal(_ reason: String) -> OpenSSLError {
    OpenSSLError(operation: operation, reason: reason)
  }

  private static func failure() -> OpenSSLError {
    OpenSSLError.taken(whileTryingTo: operation)
  }
}
