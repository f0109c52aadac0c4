/// What somebody of the panel is to an organization, a person or a firm.
package enum RelationKind: String, CaseIterable, Sendable {
  case employment = "EMPLOYMENT"
  case counsel = "COUNSEL"
  case family = "FAMILY"
  case financial = "FINANCIAL"
  case other = "OTHER"
}

/// What the registers know of a nominee and the people of a dispute, in numbers and kinds: which
/// other disputes they come from is nobody's business here (12 V.S.A. 5718(d), the inquiry).
package struct ConflictFindings: Hashable, Sendable {
  /// Earlier disputes of the same claimant in which the person sat.
  package let seatsWithClaimant: Int
  /// Those with the same respondent.
  package let seatsWithRespondent: Int
  /// Those with the same counsel.
  package let seatsWithCounsel: Int
  /// Relationships on register, by kind; kinds without any are absent.
  package let relations: [RelationKind: Int]

  package init(
    seatsWithClaimant: Int, seatsWithRespondent: Int, seatsWithCounsel: Int,
    relations: [RelationKind: Int]
  ) {
    self.seatsWithClaimant = seatsWithClaimant
    self.seatsWithRespondent = seatsWithRespondent
    self.seatsWithCounsel = seatsWithCounsel
    self.relations = relations.filter { $0.value > 0 }
  }

  package static let none = ConflictFindings(
    seatsWithClaimant: 0, seatsWithRespondent: 0, seatsWithCounsel: 0, relations: [:])

  /// The kinds of conflict that have to be disclosed: every relationship, and more earlier seats
  /// than the rules leave unmentioned.
  package func conflicts(pastSeatsMax: Int) -> [ConflictKind] {
    ConflictKind.allCases.filter { kind in
      switch kind {
      case .seatsWithClaimant: seatsWithClaimant > pastSeatsMax
      case .seatsWithRespondent: seatsWithRespondent > pastSeatsMax
      case .seatsWithCounsel: seatsWithCounsel > pastSeatsMax
      case .employment: relations[.employment] != nil
      case .counsel: relations[.counsel] != nil
      case .family: relations[.family] != nil
      case .financial: relations[.financial] != nil
      case .other: relations[.other] != nil
      }
    }
  }
}

/// A kind of conflict that the registers know of.
package enum ConflictKind: String, CaseIterable, Sendable {
  case seatsWithClaimant = "SEATS_WITH_CLAIMANT"
  case seatsWithRespondent = "SEATS_WITH_RESPONDENT"
  case seatsWithCounsel = "SEATS_WITH_COUNSEL"
  case employment = "EMPLOYMENT"
  case counsel = "COUNSEL"
  case family = "FAMILY"
  case financial = "FINANCIAL"
  case other = "OTHER"
}
