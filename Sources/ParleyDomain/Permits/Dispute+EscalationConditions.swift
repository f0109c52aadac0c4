extension Dispute {
  func checkArbitrable(_ given: Given) throws(Refusal) {
    guard settlement.concluded == nil else { throw unmet(.settlementInForce, .demandArbitration) }
    try checkGraceOver(.demandArbitration)
    try checkLimitation(.demandArbitration, given)
  }

  func checkLimitation(_ action: Action, _ given: Given) throws(Refusal) {
    // Standing still, it has not passed.
    guard let limit = deadlines.first(where: { $0.kind == .limitation }) else { return }
    guard given.now < limit.dueAt else { throw unmet(.limitationPassed, action) }
  }

  /// Only an award by default is set aside, only by the side that was silent, and soon (T27).
  func checkSettable(by side: Side?, given: Given) throws(Refusal) {
    guard let arbitration = caseFile.arbitration, let award = arbitration.award,
      arbitration.byDefault
    else { throw unmet(.notByDefault, .setAsideAward) }
    let silent = arbitration.by.other
    guard side == silent else { throw .notPermitted(.setAsideAward, needs: [silent.standing]) }
    let last = given.zone.date(at: award.issuedAt).adding(days: given.profile.setAsideDays)
    guard given.now < given.zone.end(of: last) else {
      throw unmet(.setAsideWindowOver, .setAsideAward)
    }
    guard settlement.concluded == nil else { throw unmet(.settlementInForce, .setAsideAward) }
  }

  func checkArbitrationSide(_ action: Action, by side: Side?) throws(Refusal) {
    guard let demanding = caseFile.arbitration?.by else { return }
    let needed = action == .answerDemand ? demanding.other : demanding
    guard side == needed else { throw .notPermitted(action, needs: [needed.standing]) }
  }

  /// By the date in the timetable, which is all an arbitrator knows: a settlement that makes other
  /// clocks stand still must not show here.
  func checkExchangeOver(_ given: Given) throws(Refusal) {
    guard caseFile.deadlines.contains(where: { $0.kind == .exchange }) else { return }
    let over = openDeadline(.exchange)
    guard let over, over <= given.now else {
      throw unmet(.exchangeRunning, .closeRecord, earliest: over)
    }
  }

  /// What both kinds of referral need (T21).
  func checkReferable(_ action: Action, _ given: Given) throws(Refusal) {
    try checkNotInForce(action)
    try checkGraceOver(action)
    if caseFile.opening.clauses.contains(.mediationFirst), !wasMediationTried {
      throw unmet(
        .mediationFirstUnmet, action, next: NextStep(.proposeMediation, by: .claimant))
    }
    // An award was made in time; what it grants is no longer the claim that time bars.
    if caseFile.arbitration?.award == nil { try checkLimitation(action, given) }
    let act: ApprovalAct? =
      action == .referCounsel
      ? .referCounsel
      : approvals.requests.lazy.map(\.act).first {
        if case .referCollections = $0 { true } else { false }
      }
    if let act { try checkNoRequest(act, action) }
  }

  /// The duty to mediate first is met by an attempt or by a refusal.
  var wasMediationTried: Bool { caseFile.mediationEndedAt != nil || caseFile.mediationRefused }

  func checkNoRequest(_ act: ApprovalAct, _ action: Action) throws(Refusal) {
    let isPending = approvals.requests.contains {
      $0.step == .pending && $0.act.isSameKind(as: act)
    }
    guard !isPending else {
      throw unmet(.approvalPending, action, next: NextStep(.grantApproval, by: .supervisor))
    }
  }

  func checkAssessed(_ given: Given) throws(Refusal) {
    guard isAssessed(given) else {
      throw unmet(.assessmentMissing, .writeOff, next: NextStep(.assessPath, by: .claimant))
    }
  }

  /// Whether the way forward was assessed, and not too long ago.
  func isAssessed(_ given: Given) -> Bool {
    guard let at = approvals.assessedAt else { return false }
    let oldest = given.zone.date(at: given.now).adding(days: -given.profile.assessmentDaysMax)
    return given.zone.date(at: at) >= oldest
  }

  /// Outside the court stage a filing only protects the claim from being barred, and is recorded
  /// when that is near.
  func checkProtective(_ given: Given) throws(Refusal) {
    guard caseFile.status != .counselReferred else { return }
    guard let limit = deadlines.first(where: { $0.kind == .limitation }) else { return }
    let last = given.zone.date(at: limit.dueAt.adding(milliseconds: -1))
    let opens = last.adding(days: -Dispute.protectiveDays)
    guard given.zone.date(at: given.now) >= opens else {
      throw wrongStage(
        .recordFiling, allowed: [.counselReferred], earliest: given.zone.start(of: opens))
    }
  }

  /// How long before the limitation a protective filing is a reason of its own (T22).
  static let protectiveDays = 90
}

extension ApprovalAct {
  /// Whether both ask for the same thing, whatever its terms; offers are told apart by terms.
  func isSameKind(as other: ApprovalAct) -> Bool {
    switch (self, other) {
    case (.writeOff, .writeOff), (.referCollections, .referCollections),
      (.referCounsel, .referCounsel), (.changeContractForm, .changeContractForm):
      true
    case (.makeOffer(let left), .makeOffer(let right)): left == right
    case (.acceptOffer(let left, _), .acceptOffer(let right, _)): left == right
    default: false
    }
  }
}
