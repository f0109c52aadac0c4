import Foundation
import OpenSSLKit

/// The private key that receipts are signed with, as a PEM file that its owner alone may read.
enum SigningKeyFile {
  static func create(in directory: String) throws {
    let keys = directory + "/keys"
    try FileSystem.makeDirectory(keys)
    let pem = try Ed25519SigningKey.generate().pem()
    try FileSystem.write(Array(pem.utf8), to: keys + "/receipts.pem", mode: 0o600)
    try FileSystem.sync(directory: keys)
  }

  /// Refuses a file that others may read: a key that was open to them signs nothing.
  static func read(in directory: String) throws -> Ed25519SigningKey {
    let path = directory + "/keys/receipts.pem"
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw JournalFault.notADirectory(reason: "the signing key is missing")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw JournalFault.notADirectory(reason: "the signing key may be read by others")
    }
    let bytes = try FileSystem.readAll(path, max: 16_384)
    return try Ed25519SigningKey(pem: String(decoding: bytes, as: UTF8.self))
  }
}
