extension Dispute {
  /// The conditions of an act that hang on no argument.
  func checkConditions(
    _ action: Action, by standings: Set<Standing>, given: Given
  ) throws(Refusal) {
    let side = standings.side
    switch action {
    case .fileDispute: try checkFileable(given)
    case .sendReminder: try checkRemindable(given)
    case .recordEnforcement where caseFile.legal.judgmentExpired:
      throw unmet(.judgmentExpired, action, next: NextStep(.recordRenewal, by: .claimant))
    case .serveDemand:
      try checkNotInForce(action)
      try checkGraceOver(action)
    case .declareImpasse: try checkImpasse()
    case .makeOffer: try checkOffersOpen(action)
    case .openBidding, .consentBidding, .declineBidding, .placeBid:
      try checkBidding(action, by: side)
    case .signAgreement: try checkSignable(by: side)
    case .electRemedy, .reinstatePlan: try checkRemedy(action, given)
    case .postPayment, .reversePosting: try checkPostable(action)
    case .proposeMediation:
      try checkNotInForce(action)
      try checkContacted(by: side)
    case .consentMediation, .declineMediation, .withdrawMediation, .reportMediation:
      try checkMediation(action, by: side)
    case .openSession, .adjournSession, .endSession, .openCaucus, .endCaucus:
      try checkSession(action)
    case .discloseConflicts, .objectToNeutral, .ruleOnObjection, .waiveConflict, .appointNeutral:
      try checkNominee(
        action, by: side, for: caseFile.seatInPlay(for: standings), given: given)
    case .demandArbitration: try checkArbitrable(given)
    case .answerDemand, .requestDefault: try checkArbitrationSide(action, by: side)
    case .consentMedArb: try checkMedArb(by: side, given: given)
    case .contestRecorded, .ruleOnContest: try checkContest(action, by: side)
    case .fileCounterclaim, .replyCounterclaim, .withdrawCounterclaim:
      try checkCounterclaim(action)
    case .closeRecord:
      try checkUnchallenged(action)
      try checkReplyOver(given)
      try checkExchangeOver(given)
    case .requestConsentAward, .issueConsentAward, .declineConsentAward:
      try checkConsentAward(action, by: side)
    case .issueOrder: try checkUnchallenged(action)
    case .issueAward:
      try checkUnchallenged(action)
      try checkRulingsMade()
    case .referCollections, .referCounsel: try checkReferable(action, given)
    case .recordFiling: try checkProtective(given)
    case .writeOff:
      try checkNoCounterclaim(action)
      try checkAssessed(given)
      try checkNoRequest(.writeOff, action)
    case .withdrawDispute: try checkNotInForce(action)
    case .setAsideAward: try checkSettable(by: side, given: given)
    case .amendClaim, .amendParty:
      guard settlement.concluded == nil else { throw unmet(.settlementInForce, action) }
    default: try checkObject(action, by: side)
    }
  }

  /// That there is something to act upon.
  private func checkObject(_ action: Action, by side: Side?) throws(Refusal) {
    switch action {
    case .closeDispute: try checkNoCounterclaim(action)
    case .reopenDispute where caseFile.outcome != .withdrawnWithoutPrejudice:
      throw unmet(.notReopenable, action)
    case .liftHold where !caseFile.holds.contains { $0.isInForce && !$0.isParleys }:
      throw unmet(.noSuchHold, action)
    case .proposeWaiver where !caseFile.hasMediationBegun: throw unmet(.nothingToWaive, action)
    case .unsealExhibit where caseFile.seals.isEmpty: throw unmet(.notSealed, action)
    case .withdrawExhibitObjection
    where !caseFile.exhibitObjections.contains { $0.by != nil && $0.by == side }:
      throw unmet(.noExhibitObjection, action)
    case .ruleOnExhibit where caseFile.exhibitObjections.isEmpty:
      throw unmet(.noExhibitObjection, action)
    case .extendDeadline where !hasExtendableDeadline:
      throw unmet(.noSuchDeadline, action)
    case .postCharge where isSumDecided: throw unmet(.sumDecided, action)
    case .reversePayment where !caseFile.payments.contains { !$0.reversed }:
      throw unmet(.noSuchPayment, action)
    default: break
    }
  }

  /// Once closed, the ledger goes on only where something may still be owed, or was paid.
  private func checkPostable(_ action: Action) throws(Refusal) {
    if caseFile.status == .closed, !(caseFile.outcome?.takesPayments ?? false) {
      throw wrongStage(action, allowed: .open)
    }
    if action == .reversePosting, !caseFile.hasReversible { throw unmet(.noSuchPosting, action) }
  }

  /// As far as everybody in the dispute knows: a settlement does not show here.
  private var hasExtendableDeadline: Bool {
    caseFile.deadlines.contains { $0.kind.isExtendable && openDeadline($0.kind) != nil }
  }

  /// What a list of possible acts can say beside it; the act itself answers more exactly.
  func checkListed(_ action: Action, by side: Side?) throws(Refusal) {
    func hasOpen(by: Side?) -> Bool {
      settlement.offers.contains { $0.step == .open && $0.by == by }
    }
    switch action {
    case .acceptOffer where !hasOpen(by: side?.other),
      .rejectOffer where !hasOpen(by: side?.other), .withdrawOffer where !hasOpen(by: side):
      throw unmet(.noOpenOffer, action)
    case .grantApproval where !approvals.requests.contains { $0.step == .pending },
      .refuseApproval where !approvals.requests.contains { $0.step == .pending }:
      throw unmet(.noPendingApproval, action)
    case .consentBidding, .placeBid: try checkBiddingListed(action, by: side)
    default: break
    }
  }

  private func checkFileable(_ given: Given) throws(Refusal) {
    let words = records(in: .caseFile).words
    let contacts = ["respondent.email", "respondent.phone", "respondent.address"]
    guard contacts.contains(where: { words[$0] != nil }) else {
      throw unmet(.respondentContactMissing, .fileDispute)
    }
    let today = given.zone.date(at: given.now)
    if let due = caseFile.items.map(\.item.due).max(), due > today {
      throw unmet(.itemNotDue, .fileDispute, earliest: given.zone.start(of: due))
    }
    try checkInterestClause(given)
    try checkTerms()
    guard given.precluded.isEmpty else { throw unmet(.precludedItem, .fileDispute) }
    guard given.duplicates.isEmpty else { throw unmet(.duplicateItem, .fileDispute) }
  }

  func checkGraceOver(_ action: Action) throws(Refusal) {
    if let grace = deadline(.grace) {
      throw unmet(.graceRunning, action, earliest: grace.dueAt)
    }
  }

  /// Nobody escalates or walks away while a settlement signed by all is being performed.
  func checkNotInForce(_ action: Action) throws(Refusal) {
    // A settlement of some items leaves the rest where it is; but nobody walks away from it.
    let isWhole = settlement.concluded != nil || action == .withdrawDispute
    guard settlement.state != .performing || !isWhole else {
      throw unmet(.settlementInForce, action)
    }
  }

  private func checkImpasse() throws(Refusal) {
    let hasLapsed = settlement.offers.contains { $0.step == .expired || $0.step == .rejected }
    let isSilent =
      !caseFile.respondentAnswered && !caseFile.demands.isEmpty && !isRunning(.grace)
    let hasBidInVain = settlement.biddings.contains {
      if case .ended(let end) = $0.step { end != .withdrawn } else { false }
    }
    guard hasLapsed || hasBidInVain || isSilent else {
      throw unmet(
        .noLapsedOffer, .declareImpasse, earliest: deadline(.grace)?.dueAt,
        next: NextStep(.makeOffer, by: .claimant))
    }
  }

  func checkOffersOpen(_ action: Action) throws(Refusal) {
    switch settlement.state {
    case .none, .offerOpen: break
    case .signing:
      throw unmet(
        .agreementUnsigned, action, earliest: deadline(.signing)?.dueAt,
        next: NextStep(.signAgreement, by: unsigned.first?.standing ?? .claimant))
    case .performing, .defaulted: throw unmet(.settlementInForce, action)
    case .bidding:
      throw unmet(.biddingOpen, action, next: NextStep(.placeBid, by: .claimant))
    }
  }

  /// What follows on default hangs on what was signed, and on the time to cure that was agreed.
  private func checkRemedy(_ action: Action, _ given: Given) throws(Refusal) {
    guard settlement.state == .defaulted, let terms = settlement.termsInForce else {
      throw unmet(.notInDefault, action)
    }
    let acceleratedAt = settlement.concluded?.acceleratedAt ?? settlement.part?.acceleratedAt
    if action == .reinstatePlan {
      guard acceleratedAt != nil else {
        // Short of acceleration the plan goes on by itself once the arrears are paid.
        throw unmet(.arrearsUnpaid, action, next: NextStep(.postPayment, by: .claimant))
      }
      return
    }
    guard acceleratedAt == nil else { throw unmet(.remedyElected, action) }
    guard terms.defaultClause != nil else {
      throw unmet(.remedyNotAgreed, action, next: NextStep(.referCounsel, by: .claimant))
    }
    if let cure = deadline(.planCure), given.now < cure.dueAt {
      throw unmet(.curePeriodRunning, action, earliest: cure.dueAt)
    }
    if stillDeadlines.contains(where: { $0.kind == .planCure }) {
      throw unmet(.curePeriodRunning, action)
    }
  }

  /// The sides whose signature is missing.
  package var unsigned: [Side] {
    Side.allCases.filter { settlement.agreement?.signatures[$0] == nil }
  }

  private func checkSignable(by side: Side?) throws(Refusal) {
    guard settlement.state == .signing, let agreement = settlement.agreement else {
      throw unmet(
        .noAgreement, .signAgreement,
        next: settlement.state == .offerOpen ? NextStep(.acceptOffer, by: .respondent) : nil)
    }
    if let side, agreement.signatures[side] != nil { throw unmet(.alreadySigned, .signAgreement) }
  }

  /// Only what the side itself can see counts, so that the answer tells nothing of the other's
  /// private notes.
  private func checkContacted(by side: Side?) throws(Refusal) {
    let readers = Set([side?.standing].compactMap { $0 })
    let mail = records(in: .caseFile).exhibits.contains {
      $0.offer.direction == .outgoing && reads($0.id, with: readers)
    }
    let own = side.flatMap { caseFile.current(.partyPrivate($0)) }
    let places = [Compartment.caseFile] + (own.map { [$0] } ?? [])
    let calls = places.contains { place in
      records(in: place).calls.contains { $0.note.direction == .outgoing }
    }
    guard mail || calls || !caseFile.reminders.isEmpty || !caseFile.demands.isEmpty else {
      throw unmet(
        .earlierContactMissing, .proposeMediation, next: NextStep(.serveDemand, by: .claimant))
    }
  }
}

extension Side {
  package var standing: Standing { self == .claimant ? .claimant : .respondent }
}
