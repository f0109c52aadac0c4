package import ParleyDomain

/// What somebody looks for, within what that person sees.
package struct SearchQuery: Sendable {
  package let text: SearchText
  package let viewers: [Viewer]
  /// One dispute; nil for all.
  package var dispute: DisputeID?
  /// Of these classes; nil for all.
  package var compartments: Set<Compartment>?
  /// Of these events, by code; empty for all.
  package var events: Set<String> = []
  package var actor: MemberID?
  package var after: Instant?
  package var before: Instant?
  /// Older than this place in the order of commits.
  package var olderThan: Int64 = .max
  package var limit = 50

  package init(_ text: SearchText, viewers: [Viewer]) {
    self.text = text
    self.viewers = viewers
  }
}

/// An entry that was found, and where the words stand in it.
package struct SearchHit: Sendable {
  /// A run of the text about what was found.
  package struct Part: Hashable, Sendable {
    package let text: String
    /// Whether it is what was looked for.
    package let isHit: Bool
  }

  package let entry: DocketEntry
  package let snippet: [Part]
}
