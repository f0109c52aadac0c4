extension Decision {
  mutating func actOnProcedure(_ command: Command) throws(Refusal) {
    switch command {
    case .placeHold(let terms): try place(terms)
    case .liftHold(let number):
      guard let hold = caseFile.holds.first(where: { $0.number == number && $0.isInForce }),
        !hold.isParleys
      else { throw unmet(.noSuchHold, .liftHold) }
      enter(.holdEnded(number: number), words: words("hold", numbered: "\(number).end"))
    case .extendDeadline(let longer): try extend(longer)
    case .amendClaim(let amendment): try amend(amendment)
    case .amendParty(let amendment): try amend(amendment)
    case .reopenDispute:
      guard caseFile.outcome == .withdrawnWithoutPrejudice else {
        throw unmet(.notReopenable, .reopenDispute)
      }
      let limit = caseFile.limitation.last
      guard today <= limit else { throw unmet(.limitationPassed, .reopenDispute) }
      try checkClaimedOnce(.reopenDispute)
      reopen(words: words)
    default: break
    }
  }

  private mutating func place(_ terms: HoldTerms) throws(Refusal) {
    let kind = terms.kind
    var problems = Problems()
    problems.require(
      kind != .neutralVacancy, "kind", "Parley places this one itself when a seat falls vacant.")
    if let until = terms.until {
      problems.require(until >= today, "until_date", "Must not be past.")
      if kind == .breathingSpace {
        problems.require(
          until <= today.adding(days: profile.respiteDaysMax), "until_date",
          "At most \(profile.respiteDaysMax) days from today; leave it out for a respite without"
            + " a stated end.")
      }
    }
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
    if caseFile.holds.contains(where: { $0.isInForce && $0.terms.kind == kind }) {
      throw .alreadyExists(what: "hold")
    }
    if kind == .breathingSpace { try checkRespite() }
    if let document = terms.document {
      try checkProof(document, .placeHold)
    } else if kind.needsDocument {
      throw unmet(.documentMissing, .placeHold, next: NextStep(.addExhibit, by: .claimant))
    }
    let number = nextHoldNumber
    enter(
      .holdPlaced(terms, number: number, endsAt: terms.until.map { given.zone.end(of: $0) }),
      words: words("hold", numbered: "\(number)"))
  }

  /// A debt respite is for individuals, and one at a time: the next may begin a year after the last.
  private func checkRespite() throws(Refusal) {
    guard caseFile.opening.debtorKind == .individual else {
      throw unmet(.individualsOnly, .placeHold)
    }
    let last = caseFile.holds.last { $0.terms.kind == .breathingSpace }
    guard let last else { return }
    let next = given.zone.start(
      of: given.zone.date(at: last.placedAt).adding(days: profile.respitePauseDays))
    guard at >= next else { throw unmet(.respiteTooSoon, .placeHold, earliest: next) }
  }

  /// Whoever a deadline waits on cannot lengthen it alone; the other side, or the neutral whose
  /// timetable it is, can.
  private mutating func extend(_ longer: Extension) throws(Refusal) {
    guard longer.kind.isExtendable, let runsUntil = dispute.openDeadline(longer.kind),
      let running = caseFile.deadlines.first(where: { $0.kind == longer.kind })
    else { throw unmet(.noSuchDeadline, .extendDeadline) }
    let dueAt = profile.end(of: longer.until, in: given.zone)
    guard dueAt > runsUntil else {
      throw .invalid([FieldProblem("until_date", "Must be later than the day it ends on now.")])
    }
    if let consent = longer.consent {
      try checkProof(consent, .extendDeadline)
    } else if !mayGrant(running) {
      throw unmet(.consentMissing, .extendDeadline, next: NextStep(.addExhibit, by: .claimant))
    }
    enter(.deadlineExtended(longer, dueAt: dueAt), words: words)
  }

  private func mayGrant(_ deadline: Deadline) -> Bool {
    if let side { return !deadline.waitsOn.contains(side.turn) }
    switch deadline.kind {
    case .exchange, .answer, .reply: return standings.contains(.arbitrator)
    case .cure: return standings.contains(.administrator)
    default: return false
    }
  }

  private mutating func amend(_ amendment: ClaimAmendment) throws(Refusal) {
    try checkAmendable(amendment.consent, .amendClaim)
    var problems = Problems()
    let settled = Set(caseFile.items.filter { $0.standingBefore != nil }.map(\.item.number))
    let known = Set(caseFile.items.filter { $0.standing != .withdrawn }.map(\.item.number))
    let last = caseFile.items.map(\.item.number).max() ?? 0
    for (index, number) in amendment.withdrawn.enumerated() {
      problems.require(
        known.contains(number), "withdrawn_items[\(index)]", "There is no such claim item.")
      problems.require(
        !settled.contains(number), "withdrawn_items[\(index)]", "This item is settled.")
    }
    for (index, item) in amendment.items.enumerated() where settled.contains(item.number) {
      problems.add("items[\(index)]", "This item is settled; what was agreed stands.")
    }
    let added = amendment.items.filter { !known.contains($0.number) }
    for (index, item) in added.enumerated() where item.number != last + index + 1 {
      problems.add("items", "New items count on from \(last + 1).")
    }
    let left = known.subtracting(amendment.withdrawn).subtracting(settled).union(
      amendment.items.map(\.number))
    problems.require(!left.isEmpty, "withdrawn_items", "Withdraw the dispute to claim nothing.")
    checkInterest(on: amendment.items, &problems)
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
    if let due = amendment.items.map(\.due).max(), due > today {
      throw unmet(.itemNotDue, .amendClaim, earliest: given.zone.start(of: due))
    }
    enter(.claimAmended(amendment, clocks: restarted), words: words)
  }

  private mutating func amend(_ amendment: PartyAmendment) throws(Refusal) {
    try checkAmendable(amendment.consent, .amendParty)
    guard amendment.replaces else {
      return enter(.partyAmended(amendment, clocks: restarted), words: words)
    }
    guard has("respondent.name") else {
      throw .invalid([FieldProblem("respondent.display_name", "Name the right respondent.")])
    }
    let isBound =
      caseFile.passed.contains { $0.status.stage == .mediation }
      || caseFile.status.stage == .mediation || !dispute.settlement.offers.isEmpty
      || !dispute.settlement.biddings.isEmpty
      || [.legal].contains(caseFile.status.stage)
    let isInArbitration =
      caseFile.status.stage == .arbitration
      && ![.arbitrationDemanded, .defaultEligible].contains(caseFile.status)
    guard !isBound, !isInArbitration else { throw unmet(.partyBound, .amendParty) }
    switch caseFile.status {
    case .demandServed, .admitted, .contested, .graceExpired, .negotiationImpasse:
      // What the wrong party said binds nobody; the right one has to be served.
      move(.partyAmended(amendment, clocks: []), to: .reminding, rule: "T30", words: words)
    case .defaultEligible:
      move(
        .partyAmended(amendment, clocks: [clock(.answer, days: profile.answerDays)]),
        to: .arbitrationDemanded, rule: "T30", words: words)
    default: enter(.partyAmended(amendment, clocks: restarted), words: words)
    }
  }

  private func checkAmendable(_ consent: ExhibitID?, _ action: Action) throws(Refusal) {
    guard dispute.settlement.concluded == nil else { throw unmet(.settlementInForce, action) }
    if let consent {
      try checkProof(consent, action)
    } else if caseFile.respondentAnswered {
      throw unmet(.consentMissing, action, next: NextStep(.addExhibit, by: .claimant))
    }
  }

  /// The periods to answer begin anew with what is to be answered.
  private var restarted: [RestartedClock] {
    caseFile.deadlines.compactMap { deadline in
      switch deadline.kind {
      case .grace:
        graceClock
      case .answer: clock(.answer, days: profile.answerDays)
      default: nil
      }
    }
  }

  private func clock(_ kind: DeadlineKind, days: Int, serviceDays: Int = 0) -> RestartedClock {
    RestartedClock(kind: kind, dueAt: end(afterDays: days, serviceDays: serviceDays))
  }

  /// The grace of the last demand once more: what begins it reaches the respondent as that did.
  private var graceClock: RestartedClock {
    guard let terms = caseFile.demands.last?.terms else {
      return clock(.grace, days: profile.graceDaysDefault)
    }
    return clock(
      .grace, days: terms.graceDays,
      serviceDays: profile.deemedServiceDays[terms.channel] ?? 0)
  }

  func checkClaimedOnce(_ action: Action) throws(Refusal) {
    guard given.precluded.isEmpty else { throw unmet(.precludedItem, action) }
    guard given.duplicates.isEmpty else { throw unmet(.duplicateItem, action) }
  }

  /// Takes the dispute up again where it stood (T27). A mediation that ended is not begun again, and
  /// what was running begins anew.
  mutating func reopen(words: [Word] = []) {
    let before =
      caseFile.passed.last { place in
        place.status != .closed && place.status != .satisfiedPendingRelease
      }?.status ?? .filed
    let status: Status =
      switch before {
      case .mediationProposed: .negotiationImpasse
      case .mediationConsented, .mediatorNominated, .inSession: .mediationImpasse
      default: before
      }
    move(
      .disputeReopened(clocks: clocks(for: status)), to: status, rule: "T27", words: words)
  }

  private func clocks(for status: Status) -> [RestartedClock] {
    let limit = caseFile.limitation
    let limitation =
      [RestartedClock(kind: .limitation, dueAt: limit.endsAt)]
      + given.alerts(before: limit.last, at: at) { .limitationAlert($0) }
    let own: RestartedClock? =
      switch status {
      case .deficient: clock(.cure, days: profile.cureDays)
      case .demandServed: graceClock
      case .arbitrationDemanded: clock(.answer, days: profile.answerDays)
      case .recordClosed: clock(.award, days: profile.awardDays)
      case .awardIssued: clock(.correctionWindow, days: profile.correctionDays)
      case .awardFinal:
        caseFile.arbitration?.award.map { RestartedClock(kind: .payBy, dueAt: $0.payBy) }
      default: nil
      }
    return (caseFile.legal.filing == nil ? limitation : []) + (own.map { [$0] } ?? [])
  }
}

extension DeadlineKind {
  /// Whether the people of the dispute may agree on more time. Agreements have terms of their own,
  /// and limitation is tolled, not lengthened.
  var isExtendable: Bool {
    switch self {
    case .cure, .grace, .mediationConsent, .mediationWindow, .answer, .exchange, .award, .payBy,
      .reply:
      true
    case .offerExpiry, .signing, .objectionWindow, .correctionWindow, .instalment, .planCure,
      .limitation, .holdEnd, .reminder, .judgmentExpiry, .limitationAlert, .judgmentAlert,
      .recordedContest, .settlementContest, .exhibitCure, .biddingConsent, .bidRound:
      false
    }
  }
}
