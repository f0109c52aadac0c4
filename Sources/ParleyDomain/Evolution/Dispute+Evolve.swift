extension Dispute {
  /// The dispute that a first entry opens; nil when that entry does not open one.
  package init?(id: DisputeID, first: Entry, filedAt: Instant) {
    guard
      case .disputeCreated(
        let opening, let organization, let owner, let profile, let limitation, let alerts) =
        first.event, first.compartment == .caseFile
    else { return nil }
    self.id = id
    caseFile = CaseFile(
      status: .draft, organization: organization, owner: owner, opening: opening, profile: profile,
      createdAt: first.effectiveAt,
      items: opening.items.map { ItemState(item: $0, standing: .claimed) },
      respondentZone: opening.respondentZone, limitation: limitation)
    caseFile.deadlines = [
      Deadline(
        kind: .limitation, dueAt: limitation.endsAt, compartment: .caseFile, waitsOn: [.claimant],
        rule: "T1",
        setAt: first.effectiveAt)
    ]
    settlement = SettlementFile()
    approvals = InternalFile()
    records = [:]
    changedAt = first.effectiveAt
    for alert in alerts {
      run(alert.kind, until: alert.dueAt, waitsOn: [], rule: "T1", from: first)
    }
    applyLedger(first)
    keep(first)
  }

  /// Folds one more entry in. Total: it never traps, and an entry that does not fit (in another
  /// compartment than its own, or moving from another status) changes nothing. It reads only what
  /// the entry carries, so a replay gives the same dispute for ever.
  package mutating func evolve(_ entry: Entry, filedAt: Instant) {
    guard entry.event.belongs(in: entry.compartment) else { return }
    if let transition = entry.transition {
      guard entry.compartment == .caseFile, isWhereItStarts(transition) else { return }
    }
    apply(entry, filedAt: filedAt)
    if let transition = entry.transition { move(transition, at: entry.effectiveAt) }
    applyLedger(entry)
    keep(entry)
    changedAt = entry.effectiveAt
  }

  private func isWhereItStarts(_ transition: Transition) -> Bool {
    transition.from
      == (transition.isBeside
        ? caseFile.mediationBeside?.status ?? caseFile.status : caseFile.status)
  }

  private mutating func move(_ transition: Transition, at: Instant) {
    guard !transition.isBeside else { return moveBeside(to: transition.to, at: at) }
    if transition.to == .closed, caseFile.mediationBeside != nil {
      endMediation(at: at)
      caseFile.mediationBeside = nil
    }
    if transition.from.stage == .mediation, transition.to.stage != .mediation {
      endMediation(at: at)
    }
    caseFile.passed.append(PassedStatus(status: transition.from, leftAt: at))
    caseFile.status = transition.to
    if let outcome = transition.outcome { caseFile.outcome = outcome }
  }

  /// The mediation beside the stage goes on, or is over.
  private mutating func moveBeside(to status: Status, at: Instant) {
    if status == .mediationProposed || Set<Status>.mediating.contains(status) {
      caseFile.mediationBeside = MediationBeside(status: status)
    } else {
      endMediation(at: at)
      caseFile.mediationBeside = nil
    }
  }

  private mutating func keep(_ entry: Entry) {
    var records = self.records[entry.compartment] ?? CompartmentRecords()
    for word in entry.words { records.words[word.path] = word.text }
    records.changedAt = entry.effectiveAt
    self.records[entry.compartment] = records
  }

  private mutating func apply(_ entry: Entry, filedAt: Instant) {
    keepRecorded(entry)
    applyRecord(entry, filedAt: filedAt)
    applyRecordedAct(entry)
    applyErasure(entry)
    applySource(entry)
    switch entry.compartment {
    case .settlement:
      applySettlement(entry)
      applyBidding(entry)
    case .bid: applySealedBid(entry)
    case .mediation:
      applyCaucus(entry)
      applyWaiver(entry)
    case .internal: applyInternal(entry)
    case .caseFile:
      applyIntake(entry)
      applyNegotiation(entry, filedAt: filedAt)
      applySettledItems(entry)
      applyMediation(entry)
      applyNeutral(entry)
      applyArbitration(entry)
      applyCounterclaim(entry)
      applyLegal(entry)
      applyJudgment(entry)
      applyLimitation(entry)
      applyProcedure(entry)
      applyAdmission(entry, filedAt: filedAt)
    case .partyPrivate, .caucus, .neutralPrivate, .deliberation, .later: break
    }
  }
}
