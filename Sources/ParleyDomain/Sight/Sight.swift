/// How much of a compartment somebody sees.
package enum Sight: Int, Comparable, Sendable {
  /// Nothing, not even that it holds anything.
  case none
  /// That entries exist, who filed them and when; not what they say.
  case headers
  case full

  package static func < (left: Sight, right: Sight) -> Bool { left.rawValue < right.rawValue }
}

/// The one visibility function: Get, List, Search, Watch, Export, counts, receipts and error texts
/// all stand on it. A person with several standings sees what any of them sees.
///
/// The mediator's own notes end with discharge, since the standing ends with it; and nobody reads
/// what somebody else confided to, or noted as, the one whose seat he took: each tenure has
/// compartments of its own. Drafts, and drafts
/// that were discarded, are the claimant's own.
package func sight(
  of compartment: Compartment, for standings: Set<Standing>, in dispute: Dispute
) -> Sight {
  if dispute.caseFile.isDraft, standings.isDisjoint(with: .claimantSide) { return .none }
  if dispute.caseFile.isOfAnother(compartment, standings) { return .none }
  return standings.reduce(Sight.none) { max($0, $1.sight(of: compartment)) }
}

extension Standing {
  func sight(of compartment: Compartment) -> Sight {
    switch compartment {
    case .caseFile: caseFileSight
    case .partyPrivate(let side), .bid(let side): acts(for: side) ? .full : .none
    case .settlement:
      isParty || self == .mediator ? .full : self == .administrator ? .headers : .none
    case .mediation:
      isParty || self == .mediator
        ? .full : self == .administrator || self == .auditor ? .headers : .none
    case .caucus(let side): acts(for: side) || self == .mediator ? .full : .none
    case .neutralPrivate: self == .mediator ? .full : .none
    case .deliberation: self == .arbitrator ? .full : .none
    case .internal: self == .claimant || self == .supervisor ? .full : .none
    case .later(let kind, _): sight(of: kind.first)
    }
  }

  private var caseFileSight: Sight {
    switch self {
    case .claimant, .supervisor, .respondent, .claimantCounsel, .respondentCounsel, .mediator,
      .mediatorNominee, .arbitrator, .arbitratorNominee, .administrator:
      .full
    case .auditor: .headers
    case .clock: .none
    }
  }

  private var isParty: Bool { acts(for: .claimant) || acts(for: .respondent) }

  private func acts(for side: Side) -> Bool {
    switch (self, side) {
    case (.claimant, .claimant), (.supervisor, .claimant), (.claimantCounsel, .claimant),
      (.respondent, .respondent), (.respondentCounsel, .respondent):
      true
    default: false
    }
  }
}

extension CaseFile {
  /// Whether a compartment holds the confidences of another tenure than the present one: of a neutral
  /// who was replaced or discharged, or of a party that was the wrong one. They are closed to
  /// whoever holds the seat now.
  func isOfAnother(_ compartment: Compartment, _ standings: Set<Standing>) -> Bool {
    // Bids have no tenures: what the wrong party bid stays closed.
    if compartment == .bid(.respondent) { return respondentTerm > 1 }
    guard let (kind, term) = compartment.tenure else { return false }
    switch kind {
    // The party keeps what it confided, to whichever mediator.
    case .caucus where standings.side != nil: return term > self.term(of: kind)
    default: return term != self.term(of: kind)
    }
  }

  /// Which tenure of the seat it is now, or the next one while the seat is vacant.
  func term(of kind: Compartment.Tenured) -> Int {
    switch kind {
    case .respondentPrivate: respondentTerm
    case .caucus, .neutralPrivate: term(of: .mediator)
    case .deliberation: term(of: .arbitrator)
    }
  }

  private func term(of seat: Seat) -> Int {
    let sat = neutrals.filter { $0.seat == seat && $0.appointedAt != nil }
    return max(1, sat.count + (sat.last?.hasLeft ?? false ? 1 : 0))
  }

  /// Where what is meant for a compartment goes now: to that of the present tenure. Nil where more
  /// have held the seat than have compartments.
  package func current(_ compartment: Compartment) -> Compartment? {
    guard let (kind, term) = compartment.tenure else { return compartment }
    // Whoever names a later one means that one.
    guard term == 1 else { return compartment }
    return kind.compartment(term: self.term(of: kind))
  }

  /// Not filed: nobody but the claimant's team knows of it.
  var isDraft: Bool { filedAt == nil }
}
