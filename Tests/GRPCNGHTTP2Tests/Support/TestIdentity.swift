import COpenSSL
import Foundation
import Testing

@testable import GRPCNGHTTP2

/// A fresh self-signed certificate for `localhost`, in files of a temporary directory.
struct TestIdentity: Sendable {
  let certificateFile: String
  let keyFile: String

  var server: ServerSecurity {
    .tls(certificateChainFile: certificateFile, privateKeyFile: keyFile)
  }

  static func make(name: String = "localhost") throws -> TestIdentity {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("transport-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    let identity = TestIdentity(
      certificateFile: directory + "/certificate.pem", keyFile: directory + "/key.pem")
    let key = try #require(makeKey())
    defer { EVP_PKEY_free(key) }
    let certificate = try #require(X509_new())
    defer { X509_free(certificate) }
    X509_set_version(certificate, 2)
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1)
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600)
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86_400)
    let subject = X509_get_subject_name(certificate)
    X509_NAME_add_entry_by_txt(subject, "CN", 0x1000, name, -1, -1, 0)
    X509_set_issuer_name(certificate, subject)
    X509_set_pubkey(certificate, key)
    let names = try #require(
      X509V3_EXT_nconf_nid(nil, nil, NID_subject_alt_name, "DNS:\(name)"))
    X509_add_ext(certificate, names, -1)
    X509_EXTENSION_free(names)
    try #require(X509_sign(certificate, key, nil) > 0)
    try write(identity.certificateFile) { PEM_write_bio_X509($0, certificate) }
    try write(identity.keyFile) { PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) }
    return identity
  }

  private static func makeKey() -> OpaquePointer? {
    let context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil)
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_keygen(context, &key) == 1 else {
      return nil
    }
    return key
  }

  private static func write(_ file: String, _ body: (OpaquePointer) -> Int32) throws {
    let target = try #require(BIO_new_file(file, "w"))
    defer { BIO_free(target) }
    try #require(body(target) == 1)
  }
}
