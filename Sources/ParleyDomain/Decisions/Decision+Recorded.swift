extension Decision {
  /// Contests an act that was recorded for the own side (T31). An answer, an offer that is open and
  /// the report of a payment are undone by that; everything else stays on record and is marked, for
  /// the neutral to weigh, or for an administrator to rule on where it binds.
  mutating func contest(_ id: RecordedActID) throws(Refusal) {
    let act = try recordedAct(id)
    guard act.side == side else {
      throw .notPermitted(.contestRecorded, needs: [act.side.standing])
    }
    guard act.state == .standing else { throw .alreadyExists(what: "contest") }
    let kind: DeadlineKind = id.compartment == .settlement ? .settlementContest : .recordedContest
    let isOver = dispute.deadline(kind).map { $0.dueAt <= at } ?? false
    guard !dispute.records(in: id.compartment).contestOver, !isOver else {
      throw unmet(.contestPeriodOver, .contestRecorded)
    }
    let text = words("contest", numbered: "\(id.number)")
    let goesTo = statusWithout(act)
    let event = Event.recordedActContested(
      number: act.number, takenBack: isTakenBack(act),
      clocks: goesTo == .arbitrationDemanded
        ? [RestartedClock(kind: .answer, dueAt: end(afterDays: profile.answerDays))] : [])
    if let goesTo {
      move(event, to: goesTo, rule: "T31", words: text)
    } else {
      enter(event, words: text, in: id.compartment)
    }
  }

  /// Rules on the contest of an act that binds. Nobody rules on what he recorded himself.
  mutating func ruleOnContest(_ id: RecordedActID, upheld: Bool) throws(Refusal) {
    let act = try recordedAct(id)
    guard act.state == .contested, act.needsRuling else {
      throw unmet(.noContest, .ruleOnContest)
    }
    guard act.by != actor else {
      throw unmet(
        .ownRecording, .ruleOnContest, next: NextStep(.ruleOnContest, by: .administrator))
    }
    enter(
      .contestRuled(number: act.number, upheld: upheld),
      words: words("contestRuling", numbered: "\(id.number)"), in: id.compartment)
    if upheld { undo(act) }
  }

  private func recordedAct(_ id: RecordedActID) throws(Refusal) -> RecordedEntry {
    let isSeen =
      sight(of: id.compartment, for: standings, in: dispute) == .full
      || standings.contains(.administrator)
    let acts = dispute.records(in: id.compartment).recordedActs
    guard isSeen, let act = acts.first(where: { $0.number == id.number }) else { throw .notFound }
    return act
  }

  private func isTakenBack(_ act: RecordedEntry) -> Bool {
    switch act.subject {
    case .answers, .report: true
    case .offer(let number):
      act.action == .makeOffer
        && dispute.settlement.offers.contains { $0.number == number && $0.step == .open }
    case .nominee, .objection, .other: false
    }
  }

  /// Where the dispute stands once the act is taken back: before the answer. Nil where the status
  /// rests on other things as well, and stays.
  private func statusWithout(_ act: RecordedEntry) -> Status? {
    guard case .answers(let answers) = act.subject else { return nil }
    switch caseFile.status {
    case .answered where act.action == .answerDemand: return .arbitrationDemanded
    case .admitted, .contested:
      var after = dispute
      after.takeBack(answers)
      guard !after.caseFile.items.contains(where: { $0.answer != nil }) else { return nil }
      if caseFile.deadlines.contains(where: { $0.kind == .grace }) { return .demandServed }
      if !caseFile.demands.isEmpty { return .graceExpired }
      return caseFile.reminders.isEmpty ? .filed : .reminding
    default: return nil
    }
  }

  /// What hung on an act that binds nobody.
  private mutating func undo(_ act: RecordedEntry) {
    switch act.action {
    case .consentMediation where Set<Status>.mediating.contains(caseFile.status):
      move(.mediationWithdrawn(by: act.side), to: .mediationWithdrawn, rule: "T31")
    case .acceptOffer, .signAgreement:
      guard let agreement = dispute.settlement.agreement, act.subject == .offer(agreement.offer)
      else { return }
      if dispute.settlement.state == .signing {
        enter(.agreementLapsed)
      } else if let part = dispute.settlement.part, part.offer == agreement.offer {
        enter(.settlementAnnulled)
        enter(.itemsRevived(part.terms.items))
      } else if dispute.settlement.concluded != nil {
        enter(.settlementAnnulled)
        lapseConsentAward()
      }
    default: break
    }
  }
}

extension Decision {
  /// The time to contest what was recorded for a party begins when the first of its people joins:
  /// from then on the party can know of it.
  mutating func beginContest(of side: Side) {
    for place in [Compartment.caseFile, .settlement] {
      let records = dispute.records(in: place)
      guard records.contestBy == nil,
        records.recordedActs.contains(where: { $0.side == side && $0.state == .standing })
      else { continue }
      enter(
        .contestPeriodBegan(until: end(afterDays: profile.recordedContestDays)), in: place)
    }
  }
}

extension Dispute {
  /// What can be said of a contest before it is known which act is meant.
  func checkContest(_ action: Action, by side: Side?) throws(Refusal) {
    let acts = [Compartment.caseFile, .settlement].flatMap { records(in: $0).recordedActs }
    if action == .ruleOnContest {
      guard acts.contains(where: { $0.state == .contested && $0.needsRuling }) else {
        throw unmet(.noContest, action)
      }
    } else {
      guard acts.contains(where: { $0.side == side && $0.state == .standing }) else {
        throw unmet(.noRecordedAct, action)
      }
    }
  }
}
