extension Dispute {
  mutating func applyMediation(_ entry: Entry) {
    switch entry.event {
    case .mediationProposed(let by, let consentBy):
      caseFile.mediationProposedBy = by
      caseFile.hasMediationBegun = true
      caseFile.groundRulesSigned = [:]
      caseFile.mediationEndedAt = nil
      caseFile.mediatorReport = nil
      caseFile.medArbConsents = [:]
      run(
        .mediationConsent, until: consentBy, waitsOn: [.claimant, .respondent], rule: "T9",
        from: entry)
    case .groundRulesSigned(let by, let groundRules): caseFile.groundRulesSigned[by] = groundRules
    case .mediationConsented(let closesAt):
      stop { $0 == .mediationConsent }
      run(
        .mediationWindow, until: closesAt, waitsOn: [.claimant, .respondent, .neutral],
        rule: "T14", from: entry)
    case .mediationDeclined, .mediationLapsed:
      caseFile.mediationRefused = true
      caseFile.mediationProposedBy = nil
      stop { $0 == .mediationConsent }
    case .mediationWithdrawn, .mediationEnded: endMediation(at: entry.effectiveAt)
    case .mediationReported(let report): caseFile.mediatorReport = report
    default: applySession(entry)
    }
  }

  private mutating func applySession(_ entry: Entry) {
    switch entry.event {
    case .sessionScheduled(let number, let startsAt):
      caseFile.sessions.append(
        MediationSession(number: number, startsAt: startsAt, step: .scheduled))
    case .sessionOpened(let number, let attending):
      changeSession(number) {
        $0.step = .open
        $0.attending.formUnion(attending)
      }
    case .sessionAdjourned(let number, let until):
      changeSession(number) {
        $0.step = .adjourned
        if let until { $0.startsAt = until }
      }
    case .sessionEnded(let number): changeSession(number) { $0.step = .ended }
    default: break
    }
  }

  private mutating func changeSession(_ number: Int, _ change: (inout MediationSession) -> Void) {
    for index in caseFile.sessions.indices where caseFile.sessions[index].number == number {
      change(&caseFile.sessions[index])
    }
  }

  /// The fact of separate meetings.
  mutating func applyCaucus(_ entry: Entry) {
    switch entry.event {
    case .caucusOpened(let session, let with):
      mediation.caucuses.append(Caucus(session: session, with: with, openedAt: entry.effectiveAt))
    case .caucusEnded(let session):
      for index in mediation.caucuses.indices
      where mediation.caucuses[index].session == session && mediation.caucuses[index].endedAt == nil
      {
        mediation.caucuses[index].endedAt = entry.effectiveAt
      }
    default: break
    }
  }

  /// Nothing of the mediation goes on: sessions are over, who was only named is let go, and the
  /// mediator stays until the report.
  mutating func endMediation(at: Instant) {
    guard let status = caseFile.mediationStatus, caseFile.mediationEndedAt == nil else { return }
    if status != .mediationProposed { caseFile.mediationEndedAt = at }
    stop { $0 == .mediationConsent || $0 == .mediationWindow || $0 == .objectionWindow }
    for index in caseFile.sessions.indices where caseFile.sessions[index].step != .ended {
      caseFile.sessions[index].step = .ended
    }
    for index in caseFile.neutrals.indices
    where caseFile.neutrals[index].seat == .mediator && caseFile.neutrals[index].isPending {
      caseFile.neutrals[index].step = .removed
    }
  }

  mutating func applyNeutral(_ entry: Entry) {
    switch entry.event {
    case .neutralNominated(let seat, let member):
      caseFile.neutrals.append(Neutral(seat: seat, member: member, step: .nominated))
    case .nominationDeclined(let seat, let member):
      changeNeutral(seat, member) { $0.step = .declined }
      stop { $0 == .objectionWindow }
    case .conflictsDisclosed(let seat, let member, let disclosure, let objectBy):
      changeNeutral(seat, member) {
        // Who sits goes on sitting while a conflict learned of later is looked at.
        if $0.step == .appointed {
          $0.lateObjectBy = objectBy
          $0.objectedBy = nil
        } else {
          $0.step = .disclosed
        }
        $0.disclosure = disclosure
        $0.objectBy = objectBy
      }
      run(
        .objectionWindow, until: objectBy, waitsOn: [.claimant, .respondent], rule: "T12",
        from: entry)
    case .neutralObjected(let seat, let member, _, let by):
      changeNeutral(seat, member) {
        if $0.step != .appointed { $0.step = .challenged }
        $0.objectedBy = by
      }
    case .objectionRuled(let seat, let member, let upheld):
      changeNeutral(seat, member) {
        if $0.step == .appointed {
          $0.lateObjectBy = nil
          if upheld { $0.leave(as: .removed) }
        } else {
          $0.step = upheld ? .removed : .disclosed
        }
      }
      if upheld { stop { $0 == .objectionWindow } }
      if upheld, let transition = entry.transition { leaveSeat(seat, from: transition.from) }
    case .neutralRecused(let seat, let member):
      changeNeutral(seat, member) { $0.leave(as: .recused) }
      stop { $0 == .objectionWindow }
      if let transition = entry.transition { leaveSeat(seat, from: transition.from) }
    case .conflictWaived(let seat, let member, let by):
      changeNeutral(seat, member) { $0.waivedBy.insert(by) }
    case .nomineeAgreed(let seat, let member, let by):
      changeNeutral(seat, member) { $0.agreedBy.insert(by) }
    case .neutralAppointed(let seat, let member):
      changeNeutral(seat, member) {
        $0.step = .appointed
        $0.appointedAt = entry.effectiveAt
      }
      stop { $0 == .objectionWindow }
    case .neutralDischarged(let seat, let member):
      changeNeutral(seat, member) { $0.step = .discharged }
    default: applyTies(entry)
    }
  }

  /// What ties a neutral to the people of the dispute, or to its mediation.
  private mutating func applyTies(_ entry: Entry) {
    switch entry.event {
    case .conflictsChecked(let seat, let member, let findings):
      changeNeutral(seat, member) { $0.findings = findings }
    case .medArbConsented(let by, let mediator, let paper):
      caseFile.medArbConsents[by] = MedArbConsent(mediator: mediator, paper: paper)
    default: break
    }
  }

  /// What a neutral was in the middle of is over.
  private mutating func leaveSeat(_ seat: Seat, from status: Status) {
    guard Set<Status>.seated.contains(status) else { return }
    switch seat {
    case .mediator:
      for index in caseFile.sessions.indices { caseFile.sessions[index].step = .ended }
    case .arbitrator:
      caseFile.arbitration?.recordClosedAt = nil
      stop { $0 == .exchange || $0 == .award }
    }
  }

  private mutating func changeNeutral(
    _ seat: Seat, _ member: MemberID, _ change: (inout Neutral) -> Void
  ) {
    let last = caseFile.neutrals.lastIndex { $0.seat == seat && $0.member == member }
    if let last { change(&caseFile.neutrals[last]) }
  }
}

extension Neutral {
  fileprivate mutating func leave(as step: Step) {
    self.step = step
    hasLeft = true
  }
}
