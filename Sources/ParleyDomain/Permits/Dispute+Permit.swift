extension Dispute {
  /// All that can be said of an act before its arguments are known: visible, permitted, stage, and
  /// the conditions that hang on no argument. ``decide(_:given:)`` runs the same checks.
  package func permit(_ actor: Actor, _ action: Action, given: Given) throws(Refusal) {
    let standings = standings(of: actor)
    guard sight(of: .caseFile, for: standings, in: self) > .none else { throw .notFound }
    try checkWho(action, actor, standings, given: given)
    try checkStage(action, by: standings, given: given)
    try checkListed(action, by: standings.side)
    try checkSecrecyListed(action, with: standings)
  }

  /// The stage, and the conditions without arguments.
  func checkStage(
    _ action: Action, by standings: Set<Standing>, given: Given
  ) throws(Refusal) {
    guard let row = LifeCycle.row(of: action) else { throw .notFound }
    let isInDefault = settlement.state == .defaulted && settlement.concluded != nil
    let allowed = isInDefault ? row.from : row.fromAlways
    let current = status(of: row.proceeding, for: standings)
    guard allowed.contains(current) else {
      throw .wrongStage(
        action, current: current, allowed: row.fromInOrder, rule: row.rule,
        earliest: clockReaches(allowed, from: current),
        next: LifeCycle.nextStep(from: current, before: action, inDefault: isInDefault))
    }
    try checkHolds(action)
    try checkConditions(action, by: standings, given: given)
  }

  /// The status an act is measured by: of the dispute or, for acts of a mediation that runs beside
  /// it, of that mediation.
  private func status(
    of proceeding: LifeCycle.Proceeding, for standings: Set<Standing>
  ) -> Status {
    switch proceeding {
    case .dispute: caseFile.status
    case .mediation: caseFile.mediationStatus ?? caseFile.status
    case .seat:
      caseFile.seatInPlay(for: standings) == .mediator
        ? caseFile.mediationStatus ?? caseFile.status : caseFile.status
    }
  }

  /// Holds that last block acts of some kinds; the first such hold is the reason.
  private func checkHolds(_ action: Action) throws(Refusal) {
    guard let kind = action.commandClass,
      let hold = caseFile.holds.first(where: { $0.isInForce && $0.terms.kind.blocks.contains(kind) }
      )
    else { return }
    throw unmet(
      hold.terms.kind.precondition, action, earliest: hold.endsAt,
      next: NextStep(.liftHold, by: .supervisor))
  }

  /// The refusal of an act that the status allows and another rule puts off until later statuses.
  func wrongStage(
    _ action: Action, allowed: Set<Status>, earliest: Instant? = nil
  ) -> Refusal {
    .wrongStage(
      action, current: caseFile.status, allowed: allowed.inOrder,
      rule: LifeCycle.row(of: action)?.rule ?? "",
      earliest: earliest ?? clockReaches(allowed, from: caseFile.status),
      next: LifeCycle.nextStep(from: caseFile.status, toward: allowed))
  }

  /// When the clock by itself would bring about one of these statuses, as far as that is known.
  private func clockReaches(_ goals: Set<Status>, from current: Status) -> Instant? {
    let target: (DeadlineKind, Status)? =
      switch current {
      case .demandServed, .admitted, .contested: (.grace, .graceExpired)
      case .mediationProposed: (.mediationConsent, .negotiationImpasse)
      case .mediationConsented, .mediatorNominated, .inSession:
        (.mediationWindow, .mediationImpasse)
      case .arbitrationDemanded: (.answer, .defaultEligible)
      case .awardIssued: (.correctionWindow, .awardFinal)
      case .awardFinal: (.payBy, .awardUnpaid)
      default: nil
      }
    guard let (kind, status) = target, goals.contains(status) else { return nil }
    return caseFile.deadlines.first { $0.kind == kind }?.dueAt
  }
}

/// What somebody may do now, or why not.
package struct ActionVerdict: Hashable, Sendable {
  package let action: Action
  package let refusal: Refusal?

  package var allowed: Bool { refusal == nil }

  /// When it will be possible, as far as the calendar decides.
  package var earliest: Instant? {
    switch refusal {
    case .wrongStage(_, _, _, _, let earliest, _), .unmet(_, _, _, let earliest, _): earliest
    default: nil
    }
  }
}

extension Dispute {
  /// Every act that somebody of this standing can ever do here, each allowed now or with the one
  /// reason why not. Empty for a stranger.
  package func allowedActions(for actor: Actor, given: Given) -> [ActionVerdict] {
    let standings = standings(of: actor)
    guard sight(of: .caseFile, for: standings, in: self) > .none else { return [] }
    return LifeCycle.rows.compactMap { row in
      guard row.action != .createDispute, row.action != .joinDispute else { return nil }
      do throws(Refusal) {
        try permit(actor, row.action, given: given)
        return ActionVerdict(action: row.action, refusal: nil)
      } catch {
        if case .notPermitted = error, row.who.isDisjoint(with: standings) { return nil }
        return ActionVerdict(action: row.action, refusal: error)
      }
    }
  }
}
