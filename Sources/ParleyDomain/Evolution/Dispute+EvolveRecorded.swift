extension Dispute {
  /// Keeps an act that was recorded for a party under a number of its own.
  mutating func keepRecorded(_ entry: Entry) {
    guard let act = entry.recordedFor, let recordable = entry.event.recordable else { return }
    let action = recordable.0
    var subject = recordable.1
    if action == .signAgreement, let agreement = settlement.agreement {
      subject = .offer(agreement.offer)
    }
    var records = self.records[entry.compartment] ?? CompartmentRecords()
    records.recordedActs.append(
      RecordedEntry(
        number: records.recordedActs.count + 1, action: action, side: act.side, by: entry.actor,
        paper: act.exhibit, receivedAt: act.receivedAt, recordedAt: entry.effectiveAt,
        subject: subject))
    self.records[entry.compartment] = records
  }

  mutating func applyRecordedAct(_ entry: Entry) {
    let place = entry.compartment
    guard place == .caseFile || place == .settlement else { return }
    switch entry.event {
    case .contestPeriodBegan(let until):
      changeRecords(place) {
        $0.contestBy = until
        $0.contestOver = false
      }
      runContest(until: until, in: place, from: entry)
    case .contestPeriodEnded:
      changeRecords(place) { $0.contestOver = true }
      stopContest(in: place)
    case .recordedActContested(let number, let takenBack, let clocks):
      guard let act = records(in: place).recordedActs.first(where: { $0.number == number }) else {
        return
      }
      changeAct(number, in: place) {
        $0.state = takenBack ? .takenBack : .contested
        $0.contestedAt = entry.effectiveAt
      }
      if takenBack { takeBack(act) }
      for clock in clocks {
        run(
          clock.kind, until: clock.dueAt, waitsOn: [act.side.turn], rule: "T31", from: entry)
        if clock.kind == .answer { caseFile.arbitration?.answerBy = clock.dueAt }
      }
    case .contestRuled(let number, let upheld):
      guard let act = records(in: place).recordedActs.first(where: { $0.number == number }) else {
        return
      }
      changeAct(number, in: place) { $0.state = upheld ? .setAside : .confirmed }
      if upheld { setAside(act) }
    default: break
    }
  }

  /// Nothing that was recorded for a wrong party is anybody's act (T30).
  mutating func dropRecordedActs() {
    changeRecords(.caseFile) { records in
      for index in records.recordedActs.indices { records.recordedActs[index].state = .takenBack }
      records.contestBy = nil
      records.contestOver = false
    }
    stopContest(in: .caseFile)
  }

  /// Items that were answered so, and not otherwise since, are unanswered again.
  mutating func takeBack(_ answers: [ItemAnswer]) {
    for index in caseFile.items.indices {
      guard let answer = caseFile.items[index].answer, answers.contains(answer) else { continue }
      caseFile.items[index].answer = nil
      caseFile.items[index].contested = nil
      if [.admitted, .contested].contains(caseFile.items[index].standing) {
        caseFile.items[index].standing = .claimed
      }
    }
  }

  private mutating func takeBack(_ act: RecordedEntry) {
    switch act.subject {
    case .answers(let answers):
      takeBack(answers)
      if act.action == .answerDemand { caseFile.arbitration?.answers = nil }
      caseFile.respondentAnswered = caseFile.items.contains { $0.answer != nil }
    case .report(let report):
      if let index = caseFile.reports.firstIndex(of: report) {
        caseFile.reports.remove(at: index)
      }
    case .offer(let number): settleOffer(number, as: .withdrawn)
    case .nominee, .objection, .other: break
    }
  }

  private mutating func setAside(_ act: RecordedEntry) {
    switch (act.action, act.subject) {
    case (.consentMediation, _): caseFile.groundRulesSigned[act.side] = nil
    case (.consentMedArb, _): caseFile.medArbConsents[act.side] = nil
    case (.withdrawExhibitObjection, .objection(let number)):
      changeObjection(number) { $0.withdrawnAt = nil }
    case (.waiveConflict, .nominee(let member)), (.appointNeutral, .nominee(let member)):
      for index in caseFile.neutrals.indices
      where caseFile.neutrals[index].member == member && caseFile.neutrals[index].isPending {
        if act.action == .waiveConflict {
          caseFile.neutrals[index].waivedBy.remove(act.side)
        } else {
          caseFile.neutrals[index].agreedBy.remove(act.side)
        }
      }
    default: break
    }
  }

  private mutating func changeRecords(
    _ place: Compartment, _ change: (inout CompartmentRecords) -> Void
  ) {
    var records = self.records[place] ?? CompartmentRecords()
    change(&records)
    self.records[place] = records
  }

  private mutating func changeAct(
    _ number: Int, in place: Compartment, _ change: (inout RecordedEntry) -> Void
  ) {
    changeRecords(place) { records in
      for index in records.recordedActs.indices
      where records.recordedActs[index].number == number { change(&records.recordedActs[index]) }
    }
  }

  private mutating func runContest(until: Instant, in place: Compartment, from entry: Entry) {
    stopContest(in: place)
    let deadline = Deadline(
      kind: place == .settlement ? .settlementContest : .recordedContest, dueAt: until,
      compartment: place, waitsOn: [.respondent], rule: "T31", setAt: entry.effectiveAt)
    if place == .settlement {
      settlement.deadlines.append(deadline)
    } else {
      caseFile.deadlines.append(deadline)
    }
  }

  private mutating func stopContest(in place: Compartment) {
    if place == .settlement {
      settlement.deadlines.removeAll { $0.kind == .settlementContest }
    } else {
      stop { $0 == .recordedContest }
    }
  }
}

extension Event {
  /// The act this is the entry of, where it can be recorded for a party; nil for what follows from
  /// an act.
  fileprivate var recordable: (Action, RecordedEntry.Subject)? {
    switch self {
    case .responded(let answers, _): (.respond, .answers(answers))
    case .impasseDeclared: (.declareImpasse, .other)
    case .offerMade(_, let number, _, _): (.makeOffer, .offer(number))
    case .offerAccepted(let number, _, _, _): (.acceptOffer, .offer(number))
    case .offerRejected(let number, _): (.rejectOffer, .offer(number))
    case .offerWithdrawn(let number): (.withdrawOffer, .offer(number))
    case .agreementSigned: (.signAgreement, .other)
    case .paymentReported(let report): (.reportPayment, .report(report))
    case .mediationProposed: (.proposeMediation, .other)
    case .groundRulesSigned: (.consentMediation, .other)
    case .mediationDeclined: (.declineMediation, .other)
    case .mediationWithdrawn: (.withdrawMediation, .other)
    case .neutralNominated(_, let member): (.nominateNeutral, .nominee(member))
    case .neutralObjected(_, let member, _, _): (.objectToNeutral, .nominee(member))
    case .conflictWaived(_, let member, _): (.waiveConflict, .nominee(member))
    case .nomineeAgreed(_, let member, _): (.appointNeutral, .nominee(member))
    case .medArbConsented: (.consentMedArb, .other)
    case .demandAnswered(let answers): (.answerDemand, .answers(answers))
    case .exhibitObjected(_, _, let number, _): (.objectToExhibit, .objection(number))
    case .exhibitObjectionWithdrawn(_, let number, _):
      (.withdrawExhibitObjection, .objection(number))
    case .counterclaimFiled: (.fileCounterclaim, .other)
    case .counterclaimWithdrawn: (.withdrawCounterclaim, .other)
    default: nil
    }
  }
}
