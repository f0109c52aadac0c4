import Foundation
import OpenSSLKit

/// Where a data directory keeps the certificate it was founded with.
package struct TLSFiles: Sendable {
  package let certificate: String
  package let key: String

  package init(dataDirectory: String) {
    certificate = dataDirectory + "/keys/tls-certificate.pem"
    key = dataDirectory + "/keys/tls-key.pem"
  }

  /// Writes both files, the key for its owner alone.
  func write(_ made: SelfSignedCertificate) throws {
    let manager = FileManager.default
    for (path, text, mode) in [
      (certificate, made.certificatePEM, 0o644), (key, made.privateKeyPEM, 0o600),
    ] {
      guard
        manager.createFile(
          atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
      else { throw CocoaError(.fileWriteUnknown) }
    }
  }
}
