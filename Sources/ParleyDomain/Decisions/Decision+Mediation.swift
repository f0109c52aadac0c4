extension Decision {
  mutating func actOnMediation(_ command: Command) throws(Refusal) {
    switch command {
    case .reportMediation(let report): return try reportMediation(report)
    case .declareMediationImpasse:
      moveMediation(.mediationEnded, to: .mediationImpasse, rule: "T14")
      return enterNote("impasse", in: .mediation)
    default: break
    }
    guard let side else { throw .notFound }
    switch command {
    case .proposeMediation:
      moveMediation(
        .mediationProposed(by: side, consentBy: end(afterDays: profile.mediationConsentDays)),
        to: .mediationProposed, rule: "T9")
      // What is said to bring a mediation about is part of it (UMA s. 2(2)).
      enterNote("mediation", in: .mediation)
    case .consentMediation(let groundRules): try consent(groundRules, by: side)
    case .declineMediation:
      moveMediation(.mediationDeclined(by: side), to: .negotiationImpasse, rule: "T11")
      enterNote("decline", in: .mediation)
    case .withdrawMediation:
      moveMediation(.mediationWithdrawn(by: side), to: .mediationWithdrawn, rule: "T14")
      enterNote("withdrawal", in: .mediation)
    default: break
    }
  }

  /// The mediation begins when all have signed the same ground rules.
  private mutating func consent(_ groundRules: DocumentHash, by side: Side) throws(Refusal) {
    if let other = caseFile.groundRulesSigned[side.other], other != groundRules {
      throw unmet(.groundRulesDiffer, .consentMediation)
    }
    // Nobody is seated to decide while what is decided stands still.
    guard caseFile.status != .arbitratorNominated else {
      throw unmet(
        .seatBeingFilled, .consentMediation, next: NextStep(.appointNeutral, by: .administrator))
    }
    enter(.groundRulesSigned(by: side, groundRules: groundRules))
    guard caseFile.groundRulesSigned.count == Side.allCases.count else { return }
    moveMediation(
      .mediationConsented(closesAt: end(afterDays: profile.mediationWindowDays)),
      to: .mediationConsented, rule: "T10")
  }

  /// Moves the mediation: the dispute itself or, in arbitration and court, what runs beside it. With
  /// everybody's consent the stage stands still under a stay of the parties; with the end of the
  /// mediation the stay ends, and the search for a mediator too.
  mutating func moveMediation(
    _ event: Event, to status: Status, rule: String, words: [Word] = []
  ) {
    let isBeside = caseFile.mediatesBeside
    move(event, to: status, rule: rule, words: words, isBeside: isBeside)
    let goesOn = status == .mediationProposed || Set<Status>.mediating.contains(status)
    if !goesOn { endHolds { $0.carriesMediation || $0.seat == .mediator } }
    guard isBeside, status == .mediationConsented,
      !caseFile.holds.contains(where: { $0.isInForce && $0.terms.carriesMediation })
    else { return }
    enter(
      .holdPlaced(
        HoldTerms(kind: .partyStay, carriesMediation: true), number: nextHoldNumber, endsAt: nil))
  }

  /// Lifts the holds of some terms that are in force.
  mutating func endHolds(_ terms: (HoldTerms) -> Bool) {
    for hold in caseFile.holds where hold.isInForce && terms(hold.terms) {
      enter(.holdEnded(number: hold.number))
    }
  }

  var nextHoldNumber: Int { (caseFile.holds.map(\.number).max() ?? 0) + 1 }

  /// The four things a mediator may tell; with them the task is over.
  private mutating func reportMediation(_ report: MediatorReport) throws(Refusal) {
    // An agreement that was only spoken stays in the mediation (UMA s. 6(a)(1)).
    if report.settled, dispute.settlement.concluded == nil {
      throw unmet(
        .agreementUnsigned, .reportMediation,
        next: NextStep(.signAgreement, by: dispute.unsigned.first?.standing ?? .claimant))
    }
    enter(.mediationReported(report))
    if let mediator = caseFile.neutral(on: .mediator), mediator.step == .appointed {
      enter(.neutralDischarged(.mediator, mediator.member))
    }
  }

  mutating func actOnSession(_ command: Command) throws(Refusal) {
    switch command {
    case .scheduleSession(let startsAt):
      guard startsAt > at else {
        throw .invalid([FieldProblem("start_time", "Must lie ahead.")])
      }
      let number = (caseFile.sessions.map(\.number).max() ?? 0) + 1
      enter(
        .sessionScheduled(number: number, startsAt: startsAt),
        words: words("session", numbered: "\(number)"))
    case .openSession(let number, let attending):
      guard let session = caseFile.sessions.first(where: { $0.number == number }),
        session.step != .ended
      else { throw unmet(.noSuchSession, .openSession) }
      enter(.sessionOpened(number: number, attending: attending))
    case .adjournSession(let number, let until):
      try checkOpen(number, .adjournSession)
      if let until, until <= at {
        throw .invalid([FieldProblem("until_time", "Must lie ahead.")])
      }
      enter(.sessionAdjourned(number: number, until: until))
    case .endSession(let number):
      try checkOpen(number, .endSession)
      enter(.sessionEnded(number: number))
    case .openCaucus(let number, let side):
      try checkOpen(number, .openCaucus)
      enter(.caucusOpened(session: number, with: side))
    case .endCaucus(let number):
      try checkOpen(number, .endCaucus)
      enter(.caucusEnded(session: number))
    case .addMediationNote(let kind):
      let place = caseFile.current(kind.compartment) ?? kind.compartment
      let number = dispute.records(in: place).notes.count + 1
      enter(.mediationNoteAdded, words: words("note", numbered: "\(number)"), in: place)
    default: break
    }
  }

  private func checkOpen(_ number: Int, _ action: Action) throws(Refusal) {
    guard caseFile.sessions.contains(where: { $0.number == number }) else {
      throw unmet(.noSuchSession, action)
    }
    guard dispute.openSession?.number == number else { throw unmet(.sessionNotOpen, action) }
  }
}
