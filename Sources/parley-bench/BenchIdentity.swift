import Foundation

/// A certificate for one run.
struct BenchIdentity {
  let certificate: String
  let key: String

  /// Has openssl make one.
  static func make(in folder: URL) throws -> BenchIdentity {
    guard let openssl = Tool.find("openssl") else {
      throw BenchFailure("openssl is not installed")
    }
    let identity = BenchIdentity(
      certificate: folder.appendingPathComponent("certificate.pem").path,
      key: folder.appendingPathComponent("key.pem").path)
    _ = try Tool.run(
      openssl,
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-days", "1", "-subj", "/CN=localhost", "-out", identity.certificate,
        "-keyout", identity.key,
      ])
    return identity
  }
}
