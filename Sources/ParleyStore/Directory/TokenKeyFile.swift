import Foundation
import OpenSSLKit

/// The secret that page and resume tokens are sealed with: a file of its own, so that a rotation of
/// the signing key leaves the places of readers and watchers as they are.
///
/// The tokens carry no authority: whoever opens or makes one gets no further than the sight of the
/// session that presents it. So the secret outlives the key that a directory of an earlier build
/// derived it from, and tokens given then still open.
enum TokenKeyFile {
  static let byteCount = 32

  /// The secret; made and kept where there is none yet, of the signing key where there was one
  /// before this file was. It is on disk before the first token is sealed with it.
  static func settle(in directory: String, signingKey: Ed25519SigningKey) throws -> [UInt8] {
    let keys = directory + "/keys"
    let path = keys + "/tokens.key"
    if FileSystem.exists(path) {
      let bytes = try FileSystem.readAll(path, max: byteCount + 1)
      guard bytes.count == byteCount else {
        throw JournalFault.notADirectory(reason: "the key of the tokens is not whole")
      }
      return bytes
    }
    let derived = SHA256.hash(try signingKey.sign(Array("parley-token-key-v1".utf8))).bytes
    try FileSystem.write(derived, to: path, mode: 0o600)
    try FileSystem.sync(directory: keys)
    return derived
  }
}
