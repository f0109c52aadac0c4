package import OpenSSLKit
package import ParleyDomain

/// A state-changing call, read and complete, before any rule has looked at it.
package struct ChangeRequest: Sendable {
  package let dispute: DisputeID
  package let command: Command
  package let words: [Word]
  package let recordedFor: RecordedAct?
  package let freshness: Freshness
  package let repeatability: Repeatability
  /// Check everything, keep nothing.
  package let validateOnly: Bool

  package init(
    dispute: DisputeID, command: Command, words: [Word] = [], recordedFor: RecordedAct? = nil,
    freshness: Freshness, repeatability: Repeatability, validateOnly: Bool
  ) {
    self.dispute = dispute
    self.command = command
    self.words = words
    self.recordedFor = recordedFor
    self.freshness = freshness
    self.repeatability = repeatability
    self.validateOnly = validateOnly
  }
}

/// What the caller last read and decides on.
package enum Freshness: Hashable, Sendable {
  /// Nothing stated: the rules alone decide.
  case any
  /// The etag of the dispute as the caller saw it.
  case dispute(String)
  /// The etag of the offer that is acted upon.
  case offer(Int, String)
}

/// What makes a repeat recognisable.
package struct Repeatability: Hashable, Sendable {
  /// A UUID the client chose, in lower case.
  package let requestID: String
  /// The hash of the whole request, its id left out.
  package let content: SHA256Digest
  /// A short fingerprint of every field by its path.
  package let fields: [String: String]

  package init(requestID: String, content: SHA256Digest, fields: [String: String]) {
    self.requestID = requestID
    self.content = content
    self.fields = fields
  }
}
