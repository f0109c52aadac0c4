// The groups of people and statuses that the table names more than once.

extension Set<Standing> {
  static let claimantSide: Set<Standing> = [.claimant, .claimantCounsel]
  static let respondentSide: Set<Standing> = [.respondent, .respondentCounsel]
  static let parties = claimantSide.union(respondentSide)

  /// The sides these standings act for.
  package var side: Side? {
    if !isDisjoint(with: .claimantSide) { return .claimant }
    return isDisjoint(with: .respondentSide) ? nil : .respondent
  }
}

extension Set<Status> {
  static let open = Set(Status.allCases.filter(\.isOpen))
  static func stage(_ stage: Stage) -> Set<Status> {
    Set(Status.allCases.filter { $0.stage == stage })
  }

  /// Where negotiation has run its course (T9, T15, T21).
  static let negotiationDone: Set<Status> = [
    .admitted, .contested, .graceExpired, .negotiationImpasse,
  ]
  static let mediationDone: Set<Status> = [.mediationImpasse, .mediationWithdrawn]
  /// Where a mediation that was agreed to goes on.
  static let mediating: Set<Status> = [.mediationConsented, .mediatorNominated, .inSession]
  static let nominated: Set<Status> = [.mediatorNominated, .arbitratorNominated]
  /// Where mediation may run beside the stage, which then stands still (T9): all of arbitration and
  /// court but where an award or a payment has said the last word.
  static let besideMediation = stage(.arbitration).union(stage(.legal))
    .subtracting([.awardIssued, .awardFinal, .satisfiedPendingRelease])
  /// Where a claim may be referred to collections or counsel (T21).
  /// The tribunal is constituted and has not decided.
  static let beforeTribunal: Set<Status> = [.constituted, .evidenceOpen, .recordClosed]
  static let referable = negotiationDone.union(mediationDone).union([.awardUnpaid])
}
