package import ParleyDomain

/// How far the reading of an exhibit's file has come.
package enum ReadingState: String, CaseIterable, Hashable, Sendable {
  case waiting = "WAITING"
  case read = "READ"
  /// It could be understood in part or not at all; the reason says why.
  case refused = "REFUSED"
  /// Reading it broke off more often than it is tried.
  case failed = "FAILED"
}

/// An exhibit whose file waits to be read.
package struct WaitingFile: Hashable, Sendable {
  /// Of the entry that filed it.
  package let order: Int64
  package let dispute: DisputeID
  package let exhibit: ExhibitID
  package let hash: DocumentHash
  /// How often it was tried.
  package let tries: Int
}

/// What came of reading an exhibit's file.
package struct FileReading: Hashable, Sendable {
  package let order: Int64
  package let state: ReadingState
  package let tries: Int
  package let foundType: String
  /// A reason of the program that read it; empty where it was understood.
  package let reason: String
  package let sentence: String
  /// Whether there is more text than is found.
  package let isCut: Bool
  /// JSON: which of the headers differ that were stated when it was filed, and what an archive holds.
  package let summary: String
  /// What is searched; empty where it has no text.
  package let text: String
  /// The version of the program that read it.
  package let reader: Int

  package init(
    order: Int64, state: ReadingState, tries: Int, foundType: String = "", reason: String = "",
    sentence: String = "", isCut: Bool = false, summary: String = "{}", text: String = "",
    reader: Int
  ) {
    self.order = order
    self.state = state
    self.tries = tries
    self.foundType = foundType
    self.reason = reason
    self.sentence = sentence
    self.isCut = isCut
    self.summary = summary
    self.text = text
    self.reader = reader
  }
}

/// What is kept of a reading, beside the text in the index.
package struct KeptReading: Hashable, Sendable {
  package let exhibit: ExhibitID
  package let state: ReadingState
  package let foundType: String
  package let reason: String
  package let sentence: String
  package let isCut: Bool
  package let hasText: Bool
  package let summary: String
}
