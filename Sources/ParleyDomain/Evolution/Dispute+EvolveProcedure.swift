extension Dispute {
  mutating func applyProcedure(_ entry: Entry) {
    let at = entry.effectiveAt
    switch entry.event {
    case .holdPlaced(let terms, let number, let endsAt):
      caseFile.holds.append(
        Hold(number: number, terms: terms, placedAt: at, endsAt: endsAt))
      if let endsAt {
        caseFile.deadlines.append(
          Deadline(
            kind: .holdEnd(number), dueAt: endsAt, compartment: .caseFile, waitsOn: [],
            rule: "T28", setAt: at))
      }
    case .holdEnded(let number):
      for index in caseFile.holds.indices
      where caseFile.holds[index].number == number && caseFile.holds[index].isInForce {
        caseFile.holds[index].endedAt = at
      }
      stop { $0 == .holdEnd(number) }
    case .deadlineExtended(let longer, let dueAt):
      restart(longer.kind, until: dueAt, at: at, extendedTo: longer.until)
    case .claimAmended(let amendment, let clocks):
      amend(amendment)
      for clock in clocks { restart(clock.kind, until: clock.dueAt, at: at) }
    case .partyAmended(let amendment, let clocks):
      if amendment.replaces { replaceRespondent(entry) }
      if let zone = amendment.zone { caseFile.respondentZone = zone }
      for clock in clocks { restart(clock.kind, until: clock.dueAt, at: at) }
    case .disputeReopened(let clocks): reopen(clocks, from: entry)
    case .exhibitSealed(let id, let readers): seal(id, .sealed(readers: readers), entry)
    case .exhibitStruck(let id): seal(id, .struck, entry)
    case .exhibitUnsealed(let id): seal(id, nil, entry)
    default: applyExhibit(entry)
    }
  }

  /// The same deadline, due later; time in which it stood still is behind it.
  mutating func restart(
    _ kind: DeadlineKind, until dueAt: Instant, at: Instant, extendedTo: CivilDate? = nil
  ) {
    for index in caseFile.deadlines.indices where caseFile.deadlines[index].kind == kind {
      let old = caseFile.deadlines[index]
      caseFile.deadlines[index] = Deadline(
        kind: kind, dueAt: dueAt, compartment: old.compartment, waitsOn: old.waitsOn,
        rule: old.rule, setAt: at, triggeredAt: extendedTo == nil ? at : old.triggeredAt,
        extendedTo: extendedTo)
      if kind == .answer { caseFile.arbitration?.answerBy = dueAt }
      if kind == .reply { changeCounterclaim { $0.replyBy = dueAt } }
    }
  }

  private mutating func amend(_ amendment: ClaimAmendment) {
    for index in caseFile.items.indices
    where amendment.withdrawn.contains(caseFile.items[index].item.number) {
      caseFile.items[index].standing = .withdrawn
    }
    for item in amendment.items {
      let fresh = ItemState(item: item, standing: .claimed)
      if let index = caseFile.items.firstIndex(where: { $0.item.number == item.number }) {
        caseFile.items[index] = fresh
      } else {
        caseFile.items.append(fresh)
      }
    }
  }

  /// Whoever was the respondent is nobody here any more, and has said nothing.
  private mutating func replaceRespondent(_ entry: Entry) {
    caseFile.respondentTerm += 1
    dropRecordedActs()
    caseFile.people.removeAll { $0.side == .respondent }
    caseFile.invitations.removeAll { $0.side == .respondent }
    caseFile.respondentAnswered = false
    caseFile.firstReminder = nil
    caseFile.remindersPausedUntil = nil
    caseFile.contactWishes = ContactWishes()
    stop(\.isReminder)
    for index in caseFile.items.indices where caseFile.items[index].standing != .withdrawn {
      caseFile.items[index].answer = nil
      caseFile.items[index].admittedAt = nil
      caseFile.items[index].contested = nil
      caseFile.items[index].standing = .claimed
    }
    switch entry.transition?.to {
    case .reminding: stop { $0 == .grace }
    case .arbitrationDemanded:
      caseFile.arbitration?.answers = nil
      run(.answer, until: entry.effectiveAt, waitsOn: [.respondent], rule: "T15", from: entry)
    default: break
    }
  }

  private mutating func reopen(_ clocks: [RestartedClock], from entry: Entry) {
    caseFile.outcome = nil
    for index in caseFile.items.indices
    where [.withdrawn, .settled].contains(caseFile.items[index].standing)
      && caseFile.items[index].standingBefore == nil
    {
      let answer = caseFile.items[index].answer
      caseFile.items[index].standing =
        answer.map { $0.kind.contests ? .contested : $0.kind == .admit ? .admitted : .claimed }
        ?? .claimed
    }
    for clock in clocks {
      run(
        clock.kind, until: clock.dueAt, waitsOn: clock.kind.waitsOn(caseFile), rule: "T27",
        from: entry)
    }
  }
}

extension DeadlineKind {
  /// Whose move a period waits for that begins again.
  fileprivate func waitsOn(_ file: CaseFile) -> Set<Turn> {
    switch self {
    case .grace, .payBy: [.respondent]
    case .answer: [(file.arbitration?.by ?? .claimant).other.turn]
    case .award, .correctionWindow: [.neutral]
    case .limitationAlert: []
    default: [.claimant]
    }
  }
}

extension Hold {
  /// Parley placed it, and lifts it.
  var isParleys: Bool { terms.kind == .neutralVacancy || terms.carriesMediation }
}
