/// Whose move it is, and until when.
package struct Waiting: Hashable, Sendable {
  package let on: Set<Turn>
  package let dueAt: Instant?
}

extension Dispute {
  /// Whose move it is as far as somebody with these standings can see. Nobody's for a stranger, or
  /// when the dispute is closed. An offer or a signature that waits is the move before the stage's.
  package func turn(for standings: Set<Standing>, given: Given) -> Waiting {
    guard let view = seen(with: standings), view.caseFile.status != .closed else {
      return Waiting(on: [], dueAt: nil)
    }
    var turns = view.settlementTurns ?? view.turnsOfProceedings(given)
    // The terms of a bidding wait for the side that has not signed them.
    if let bidding = view.settlement.bidding, bidding.step == .proposed {
      turns.insert(bidding.by.other.turn)
    }
    // Once told that time runs out, the claimant has to do something about it; nobody else sees so.
    let isAlerted = view.alert != nil
    if isAlerted { turns.insert(.claimant) }
    let due = view.deadlines.first {
      !$0.waitsOn.isDisjoint(with: turns)
        && ($0.kind.isOfTheStage || $0.kind == .limitation && isAlerted)
        && (given.now < $0.dueAt || $0.kind.isReminder)
    }
    return Waiting(on: turns, dueAt: due?.dueAt)
  }

  private var settlementTurns: Set<Turn>? {
    switch settlement.state {
    case .none, .defaulted: nil
    case .offerOpen:
      Set(settlement.offers.lazy.filter { $0.step == .open }.map(\.by.other.turn))
    case .bidding:
      Set(
        Side.allCases.filter { settlement.openBidding?.openRound?.placed[$0] == nil }.map(\.turn))
    case .signing: Set(unsigned.map(\.turn))
    // The rest of the claim goes on beside a settlement of some items.
    case .performing: settlement.concluded == nil ? nil : [.respondent]
    }
  }

  /// While a mediation goes on beside it, the stage waits for nobody; while one is only proposed, both
  /// do.
  private func turnsOfProceedings(_ given: Given) -> Set<Turn> {
    guard let beside = caseFile.mediationBeside else {
      if caseFile.arbitration?.consentAward != nil,
        Set<Status>.beforeTribunal.contains(caseFile.status)
      {
        return [.neutral]
      }
      return turns(in: caseFile.status, given)
    }
    let ofMediation = turns(in: beside.status, given)
    return beside.status == .mediationProposed
      ? ofMediation.union(turns(in: caseFile.status, given)) : ofMediation
  }

  private func turns(in status: Status, _ given: Given) -> Set<Turn> {
    let parties: Set<Turn> = [.claimant, .respondent]
    switch status {
    case .draft, .filed, .deficient, .graceExpired, .awardUnpaid, .collectionsPlaced,
      .counselReferred, .courtFiled, .courtServed, .judgment, .enforcing,
      .satisfiedPendingRelease:
      return [.claimant]
    case .reminding, .contested, .negotiationImpasse, .mediationImpasse, .mediationWithdrawn:
      return parties
    case .demandServed, .awardFinal: return [.respondent]
    case .admitted: return isRunning(.grace) ? [.respondent] : [.claimant]
    case .mediationProposed:
      return Set(Side.allCases.filter { caseFile.groundRulesSigned[$0] == nil }.map(\.turn))
    case .mediationConsented, .answered: return given.hasInstitution ? [.administrator] : parties
    case .mediatorNominated: return nomineeTurns(.mediator, given)
    case .arbitratorNominated: return nomineeTurns(.arbitrator, given)
    case .inSession, .constituted, .recordClosed, .awardIssued: return [.neutral]
    case .evidenceOpen:
      let isExchanging = deadline(.exchange).map { given.now < $0.dueAt } ?? false
      return isExchanging ? parties : [.neutral]
    case .arbitrationDemanded: return [(caseFile.arbitration?.by ?? .claimant).other.turn]
    case .defaultEligible: return [(caseFile.arbitration?.by ?? .claimant).turn]
    case .closed: return []
    }
  }

  private func nomineeTurns(_ seat: Seat, _ given: Given) -> Set<Turn> {
    guard let nominee = caseFile.nominee(for: seat) else { return [.administrator] }
    guard let disclosure = nominee.disclosure, let objectBy = nominee.objectBy else {
      return [.neutral]
    }
    let waiting = Side.allCases.filter { !nominee.waivedBy.contains($0) }
    if nominee.step == .challenged { return [.administrator] }
    if given.now < objectBy || disclosure.hasConflict, !waiting.isEmpty {
      return Set(waiting.map(\.turn))
    }
    if given.hasInstitution { return [.administrator] }
    return Set(Side.allCases.filter { !nominee.agreedBy.contains($0) }.map(\.turn))
  }
}

extension DeadlineKind {
  /// Whether it says until when somebody's move is awaited; the others only bar what comes later.
  fileprivate var isOfTheStage: Bool {
    switch self {
    case .limitation, .recordedContest, .settlementContest: false
    default: true
    }
  }
}
