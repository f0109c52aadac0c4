/// A hold as it is asked for. Its legal basis is the word `hold.basis`, a reference of the authority
/// `hold.reference`.
package struct HoldTerms: Hashable, Sendable {
  package let kind: HoldKind
  /// The last day it lasts; without one it lasts until it is lifted.
  package let until: CivilDate?
  /// The paper it rests on, as an exhibit of the case file.
  package let document: ExhibitID?
  /// The seat that fell vacant, where Parley placed it for that.
  package let seat: Seat?
  /// The stay of the stage beside which the parties mediate; Parley places and lifts it.
  package let carriesMediation: Bool

  package init(
    kind: HoldKind, until: CivilDate? = nil, document: ExhibitID? = nil, seat: Seat? = nil,
    carriesMediation: Bool = false
  ) {
    self.seat = seat
    self.carriesMediation = carriesMediation
    self.kind = kind
    self.until = until
    self.document = document
  }
}

/// More time for what has to be done until a deadline. Why is the word `extension.reason`.
package struct Extension: Hashable, Sendable {
  package let kind: DeadlineKind
  /// The last day of the longer period.
  package let until: CivilDate
  /// The consent of the other side, as an exhibit of the case file.
  package let consent: ExhibitID?

  package init(kind: DeadlineKind, until: CivilDate, consent: ExhibitID? = nil) {
    self.kind = kind
    self.until = until
    self.consent = consent
  }
}

/// A change of what is claimed (T30). References and descriptions are the words `item.N.number` and
/// `item.N.description`.
package struct ClaimAmendment: Hashable, Sendable {
  /// Items that take the place of those with their number, or are new and count on from the last.
  package let items: [ClaimItem]
  package let withdrawn: [Int]
  /// After the answer: the consent of the other side or an order, as an exhibit of the case file.
  package let consent: ExhibitID?

  package init(items: [ClaimItem], withdrawn: [Int] = [], consent: ExhibitID? = nil) {
    self.items = items
    self.withdrawn = withdrawn
    self.consent = consent
  }
}

/// A change of who is claimed against (T30). Names and contacts are the words `respondent.*`.
package struct PartyAmendment: Hashable, Sendable {
  /// Somebody else is the respondent: whoever held that seat loses it, and is served anew.
  package let replaces: Bool
  /// After the answer: the consent of the other side or an order, as an exhibit of the case file.
  package let consent: ExhibitID?
  /// IANA name of the zone the respondent lives by; nil leaves it as it is.
  package let zone: String?

  package init(replaces: Bool, consent: ExhibitID? = nil, zone: String? = nil) {
    self.zone = zone
    self.replaces = replaces
    self.consent = consent
  }
}

/// A period that begins to run again.
package struct RestartedClock: Hashable, Sendable {
  package let kind: DeadlineKind
  package let dueAt: Instant

  package init(kind: DeadlineKind, dueAt: Instant) {
    self.kind = kind
    self.dueAt = dueAt
  }
}
