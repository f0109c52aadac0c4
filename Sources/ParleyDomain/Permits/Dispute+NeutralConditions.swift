extension Dispute {
  func checkMediation(_ action: Action, by side: Side?) throws(Refusal) {
    switch action {
    case .consentMediation:
      if let side, caseFile.groundRulesSigned[side] != nil { throw unmet(.alreadySigned, action) }
    case .declineMediation:
      if let side, side == caseFile.mediationProposedBy {
        throw .notPermitted(action, needs: [side.other.standing])
      }
    case .reportMediation:
      // Before the end there is nothing to report, unless all have signed an agreement.
      let status = caseFile.mediationStatus ?? caseFile.status
      if Set<Status>.mediating.contains(status), settlement.concluded == nil {
        throw wrongStage(action, allowed: .mediationDone)
      }
    default: try checkNotInForce(action)
    }
  }

  /// The session that is open now.
  var openSession: MediationSession? { caseFile.sessions.last { $0.step == .open } }

  /// The separate meeting that is going on now.
  var openCaucus: Caucus? {
    mediation.caucuses.last { caucus in
      caucus.endedAt == nil && openSession?.number == caucus.session
    }
  }

  func checkSession(_ action: Action) throws(Refusal) {
    if action == .openSession {
      guard caseFile.sessions.contains(where: { $0.step == .scheduled || $0.step == .adjourned })
      else {
        throw openSession == nil
          ? unmet(.noSuchSession, action, next: NextStep(.scheduleSession, by: .mediator))
          : unmet(.sessionOpen, action)
      }
      guard openSession == nil else { throw unmet(.sessionOpen, action) }
      return
    }
    guard openSession != nil else {
      throw unmet(.sessionNotOpen, action, next: NextStep(.openSession, by: .mediator))
    }
    if action == .endCaucus {
      guard openCaucus != nil else {
        throw unmet(.sessionNotOpen, action, next: NextStep(.openCaucus, by: .mediator))
      }
    } else if openCaucus != nil {
      throw unmet(.caucusOpen, action, next: NextStep(.endCaucus, by: .mediator))
    }
  }

  func checkNominee(
    _ action: Action, by side: Side?, for seat: Seat?, given: Given
  ) throws(Refusal) {
    guard let seat else { return }
    if let seated = caseFile.neutral(on: seat), seated.step == .appointed {
      return try checkSeated(action, seated, by: side, given: given)
    }
    guard let nominee = caseFile.nominee(for: seat) else { return }
    let isChallenged = nominee.step == .challenged
    if action == .ruleOnObjection {
      guard isChallenged else { throw unmet(.noObjection, action) }
      return
    }
    if isChallenged {
      throw unmet(
        .objectionPending, action, next: NextStep(.ruleOnObjection, by: .administrator))
    }
    if action == .discloseConflicts { return }
    guard let disclosure = nominee.disclosure, let objectBy = nominee.objectBy else {
      throw unmet(
        .disclosureMissing, action,
        next: NextStep(
          .discloseConflicts,
          by: nominee.seat == .mediator ? .mediatorNominee : .arbitratorNominee))
    }
    switch action {
    case .objectToNeutral:
      guard nominee.objectedBy == nil || nominee.objectedBy != side else {
        throw .alreadyExists(what: "objection")
      }
      guard given.now < objectBy else { throw unmet(.objectionWindowOver, action) }
    case .waiveConflict:
      if let side, nominee.waivedBy.contains(side) { throw .alreadyExists(what: "waiver") }
    default: try checkAppointable(nominee, disclosure, objectBy, by: side, given: given)
    }
  }

  /// What can be said of somebody who sits: objections are taken to a conflict learned of later.
  private func checkSeated(
    _ action: Action, _ seated: Neutral, by side: Side?, given: Given
  ) throws(Refusal) {
    switch action {
    case .objectToNeutral:
      guard let objectBy = seated.lateObjectBy else {
        throw unmet(
          .disclosureMissing, action,
          next: NextStep(
            .discloseConflicts, by: seated.seat == .mediator ? .mediator : .arbitrator))
      }
      guard seated.objectedBy == nil else { throw .alreadyExists(what: "objection") }
      guard given.now < objectBy else { throw unmet(.objectionWindowOver, action) }
    case .ruleOnObjection:
      guard seated.objectedBy != nil, seated.lateObjectBy != nil else {
        throw unmet(.noObjection, action)
      }
    default: break
    }
  }

  /// Nobody decides while an objection to who decides is open.
  func checkUnchallenged(_ action: Action) throws(Refusal) {
    guard let seated = caseFile.neutral(on: .arbitrator), seated.lateObjectBy != nil,
      seated.objectedBy != nil
    else { return }
    throw unmet(.objectionPending, action, next: NextStep(.ruleOnObjection, by: .administrator))
  }

  private func checkAppointable(
    _ nominee: Neutral, _ disclosure: ConflictDisclosure, _ objectBy: Instant, by side: Side?,
    given: Given
  ) throws(Refusal) {
    let waiting = Side.allCases.first { !nominee.waivedBy.contains($0) }
    if let waiting, disclosure.hasConflict {
      throw unmet(
        .conflictNotWaived, .appointNeutral, next: NextStep(.waiveConflict, by: waiting.standing))
    }
    if let waiting, given.now < objectBy {
      throw unmet(
        .objectionWindowOpen, .appointNeutral, earliest: objectBy,
        next: NextStep(.waiveConflict, by: waiting.standing))
    }
    if let side, nominee.agreedBy.contains(side) {
      throw unmet(
        .otherSideMustAgree, .appointNeutral,
        next: NextStep(.appointNeutral, by: side.other.standing))
    }
  }
}

extension CaseFile {
  /// The person named for a seat that is being filled.
  func nominee(for seat: Seat) -> Neutral? {
    guard let neutral = neutral(on: seat), neutral.isPending else { return nil }
    return neutral
  }
}
