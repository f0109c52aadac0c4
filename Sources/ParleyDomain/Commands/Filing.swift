/// One command as it reaches the rules: who files it, for whom, with which words.
package struct Filing: Hashable, Sendable {
  package let actor: Actor
  package let command: Command
  /// Names, contacts and free text of the command by path, e.g. `offer.conditions`. The paths each
  /// command takes stand beside its rules; an unknown path is refused.
  package let words: [Word]
  /// Set when the act of a party without an account is recorded for that party.
  package let recordedFor: RecordedAct?

  package init(
    actor: Actor, command: Command, words: [Word] = [], recordedFor: RecordedAct? = nil
  ) {
    self.actor = actor
    self.command = command
    self.words = words
    self.recordedFor = recordedFor
  }
}

/// The document on which an act recorded for a party rests.
package struct RecordedAct: Hashable, Sendable {
  package let side: Side
  package let exhibit: ExhibitID
  package let receivedAt: Instant

  package init(side: Side, exhibit: ExhibitID, receivedAt: Instant) {
    self.side = side
    self.exhibit = exhibit
    self.receivedAt = receivedAt
  }
}

/// One piece of wording: a path and its text. Erasure removes the text; the facts stay.
package struct Word: Hashable, Sendable {
  package let path: String
  package let text: String

  package init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}
