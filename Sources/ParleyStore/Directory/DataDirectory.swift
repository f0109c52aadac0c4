import Foundation
import ParleyDomain

/// The directory that holds everything of one server, and the lock on it.
///
/// ```
/// parley.sqlite                                the journal
/// evidence/<dispute>/<compartment>/<sha256>    evidence files
/// incoming/                                    uploads and erasures that are not finished
/// keys/                                        private keys, readable by the owner alone:
///                                              of receipts, of tokens, of the certificate
/// keys/bids/                                   one for each bidding that is open, gone when it is over
/// profiles/                                    rule profiles and calendars of its own, where any
/// lock                                         held by the process that writes
/// development                                  present where the clock may be advanced
/// ```
///
/// Exactly one process opens it: SQLite before 3.51.3 can corrupt a database when two connections
/// write or checkpoint at once, and the clock and the caches rest on a single writer as well.
package final class DataDirectory: Sendable {
  package let path: String
  /// Whether the directory is marked for development, so that its clock may be advanced.
  package let isForDevelopment: Bool
  private let lock: DirectoryLock

  private init(path: String, isForDevelopment: Bool, lock: DirectoryLock) {
    self.path = path
    self.isForDevelopment = isForDevelopment
    self.lock = lock
  }

  /// Lays out a new directory, with a new signing key. Refused where there is a layout already.
  package static func initialise(at path: String, forDevelopment: Bool) throws {
    try FileSystem.makeDirectory(path)
    guard !FileSystem.exists(path + "/keys/receipts.pem"),
      !FileSystem.exists(path + "/parley.sqlite")
    else {
      throw JournalFault.alreadyInitialised
    }
    for name in ["evidence", "incoming"] { try FileSystem.makeDirectory(path + "/" + name) }
    if forDevelopment { try FileSystem.write([], to: path + "/development", mode: 0o600) }
    try FileSystem.write([], to: path + "/lock", mode: 0o600)
    // Last, and whole or not at all: a directory without its key is not one.
    try SigningKeyFile.create(in: path)
    try FileSystem.sync(directory: path)
  }

  /// Takes the directory for this process, until the value is released.
  ///
  /// Refuses with ``JournalFault/directoryInUse`` while another holds it, in this process or in
  /// another one, and with ``JournalFault/notADirectory(reason:)`` where the layout is not whole.
  package static func open(at path: String) throws -> DataDirectory {
    for name in ["evidence", "incoming", "keys", "lock"]
    where !FileSystem.exists(path + "/" + name) {
      throw JournalFault.notADirectory(reason: "\(name) is missing")
    }
    let lock = try DirectoryLock(path: path + "/lock")
    return DataDirectory(
      path: path, isForDevelopment: FileSystem.exists(path + "/development"), lock: lock)
  }

  var databasePath: String { path + "/parley.sqlite" }
  var incomingPath: String { path + "/incoming" }

  /// Where the evidence of a compartment lies. Refuses an id that is not a plain name.
  func evidencePath(_ dispute: DisputeID, _ compartment: Compartment) throws -> String {
    guard FileSystem.isPlainName(dispute.text) else {
      throw JournalFault.decisionMalformed(reason: "the dispute's id is not a plain name")
    }
    return "\(path)/evidence/\(dispute.text)/\(compartment.code)"
  }
}
