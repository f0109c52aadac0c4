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
  /// Of what this side did, or had recorded.
  package var side: SearchSide?
  /// Exhibits of this kind, by their words and the text of their files.
  package var exhibit: ExhibitKind?
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

/// Whose act an entry is, as far as a search can ask.
package enum SearchSide: String, CaseIterable, Hashable, Sendable {
  case claimant = "CLAIMANT"
  case respondent = "RESPONDENT"
  case mediator = "MEDIATOR"
  case arbitrator = "ARBITRATOR"
  case institution = "INSTITUTION"

  /// The side somebody with these standings is on when the entry is indexed.
  init?(of standings: Set<Standing>) {
    if !standings.isDisjoint(with: [.respondent, .respondentCounsel]) {
      self = .respondent
    } else if !standings.isDisjoint(with: [.claimant, .supervisor, .claimantCounsel]) {
      self = .claimant
    } else if !standings.isDisjoint(with: [.mediator, .mediatorNominee]) {
      self = .mediator
    } else if !standings.isDisjoint(with: [.arbitrator, .arbitratorNominee]) {
      self = .arbitrator
    } else if standings.contains(.administrator) {
      self = .institution
    } else {
      return nil
    }
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
