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
/// what somebody else confided to, or noted as, the one whose seat he took. Drafts, and drafts
/// that were discarded, are the claimant's own.
package func sight(
  of compartment: Compartment, for standings: Set<Standing>, in dispute: Dispute
) -> Sight {
  if dispute.caseFile.isDraft, standings.isDisjoint(with: .claimantSide) { return .none }
  if dispute.caseFile.isOfOneWhoLeft(compartment, standings) { return .none }
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
  /// Whether a compartment holds the confidences of one who left: a neutral who was replaced, or a
  /// party that was the wrong one. They are closed to whoever holds the seat now.
  func isOfOneWhoLeft(
    _ compartment: Compartment, _ standings: Set<Standing>
  ) -> Bool {
    switch compartment {
    case .partyPrivate(.respondent), .bid(.respondent): respondentReplaced
    case .neutralPrivate: hasSuccessor(on: .mediator)
    case .deliberation: hasSuccessor(on: .arbitrator)
    // The party keeps what it confided.
    case .caucus: hasSuccessor(on: .mediator) && standings.side == nil
    default: false
    }
  }

  /// Whether somebody who sat on the seat has left it before its task was done.
  func hasSuccessor(on seat: Seat) -> Bool {
    neutrals.contains { $0.seat == seat && $0.hasLeft }
  }

  /// Not filed: nobody but the claimant's team knows of it.
  var isDraft: Bool { filedAt == nil }
}
