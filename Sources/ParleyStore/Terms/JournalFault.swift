/// Why the journal did not do something, apart from what the rules refuse. Texts hold no names, no
/// arguments of statements and nothing of what was to be written.
package enum JournalFault: Error, Hashable, Sendable {
  /// Another process holds the data directory.
  case directoryInUse
  /// There is no data directory here, or not a whole one.
  case notADirectory(reason: String)
  /// There is one already.
  case alreadyInitialised
  /// The directory was written by a newer build.
  case newerSchema(found: Int, known: Int)
  /// A setting that durability rests on did not hold.
  case settingRefused(name: String, value: String)
  /// The disk is full; nothing of the batch was kept. Reading goes on.
  case full
  /// The disk failed under the writer (SQLite's extended code). No further write is taken.
  case failed(code: Int32)
  /// What was read back is damaged. No further write is taken.
  case damaged(reason: String)
  /// Writing has stopped, after a failure or because the journal is closing.
  case stopped
  /// This write alone contradicts what is stored (SQLite's extended code).
  case contradiction(code: Int32)
  /// An entry names an evidence file that is not stored.
  case evidenceMissing
  /// A rotation of the signing key is not finished.
  case keyUnsettled
  /// An act of development on a directory that is not marked for it.
  case notForDevelopment
  /// The deadlines of one dispute kept falling due without end.
  case deadlinesUnending
  /// The decision breaks the contract of the call it was made for.
  case decisionMalformed(reason: String)
}
