import DocketChain
import Foundation
import OpenSSLKit

/// The private key that receipts are signed with, as a PEM file that its owner alone may read.
///
/// A successor lies beside it, in `receipts-next.pem`, from before the transaction that records it
/// until it takes the other's name. What the register says is what counts: a successor that it does
/// not name never signed anything, and one that it names is the key, under either name.
enum SigningKeyFile {
  static func create(in directory: String) throws {
    let keys = directory + "/keys"
    try FileSystem.makeDirectory(keys)
    try write(try .generate(), to: keys + "/receipts.pem", keys)
  }

  /// The key in use. `registered` is the id of the newest key that the register names; nil where it
  /// names none yet. Finishes a rotation that a crash cut off, and clears away a successor that was
  /// never recorded.
  ///
  /// Refuses a file that others may read, since a key that was open to them signs nothing; and a
  /// directory where the registered key is not to be found, as after half a restore: another key
  /// would sign what nobody could trust.
  static func settle(in directory: String, registered: String?) throws -> Ed25519SigningKey {
    let keys = directory + "/keys"
    let key = try read(current(keys))
    guard let registered, SignedHead.keyID(of: key.publicKey) != registered else {
      if unlink(next(keys)) == 0 { try FileSystem.sync(directory: keys) }
      return key
    }
    return try promote(registered, in: directory)
  }

  /// Makes a successor. It is on disk, whole and under its name, when this returns.
  static func prepare(in directory: String) throws -> Ed25519SigningKey {
    let keys = directory + "/keys"
    let key = try Ed25519SigningKey.generate()
    try write(key, to: next(keys), keys)
    return key
  }

  /// Gives the successor the name of the key in use, whose private half is then gone.
  static func promote(_ registered: String, in directory: String) throws -> Ed25519SigningKey {
    let keys = directory + "/keys"
    guard FileSystem.exists(next(keys)) else { throw Self.unregistered }
    let key = try read(next(keys))
    guard SignedHead.keyID(of: key.publicKey) == registered else { throw Self.unregistered }
    guard rename(next(keys), current(keys)) == 0 else { throw FileSystem.failure("rename") }
    try FileSystem.sync(directory: keys)
    return key
  }

  private static func read(_ path: String) throws -> Ed25519SigningKey {
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

  private static func write(_ key: Ed25519SigningKey, to path: String, _ keys: String) throws {
    try FileSystem.write(Array(try key.pem().utf8), to: path, mode: 0o600)
    try FileSystem.sync(directory: keys)
  }

  private static let unregistered = JournalFault.notADirectory(
    reason: "the signing key is not the one that the register names")

  private static func current(_ keys: String) -> String { keys + "/receipts.pem" }
  private static func next(_ keys: String) -> String { keys + "/receipts-next.pem" }
}
