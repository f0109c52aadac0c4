extension Dispute {
  mutating func applyIntake(_ entry: Entry) {
    switch entry.event {
    case .disputeFiled: caseFile.filedAt = entry.effectiveAt
    case .markedDeficient(let cureBy):
      run(.cure, until: cureBy, waitsOn: [.claimant], rule: "T3", from: entry)
    case .deficiencyCured: stop { $0 == .cure }
    case .ownerAssigned(let member): caseFile.owner = member
    case .partyInvited(let side, let counsel):
      let invitation = Invitation(side: side, counsel: counsel)
      if !caseFile.invitations.contains(invitation) { caseFile.invitations.append(invitation) }
    case .partyJoined(let side, let member, let counsel):
      let invitation = Invitation(side: side, counsel: counsel)
      if let index = caseFile.invitations.firstIndex(of: invitation) {
        caseFile.invitations.remove(at: index)
      }
      caseFile.people.append(PartyMember(side: side, member: member, counsel: counsel))
    case .disputeClosed(let outcome): close(outcome, at: entry.effectiveAt)
    default: break
    }
  }

  private mutating func close(_ outcome: Outcome, at: Instant) {
    caseFile.outcome = outcome
    caseFile.deadlines = []
    for index in caseFile.holds.indices where caseFile.holds[index].isInForce {
      caseFile.holds[index].endedAt = at
    }
    endMediation(at: at)
    for index in caseFile.items.indices {
      switch (outcome, caseFile.items[index].standing) {
      case (.settledPerformed, .claimed), (.settledPerformed, .admitted),
        (.settledPerformed, .contested):
        caseFile.items[index].standing = .settled
      case (.withdrawnWithPrejudice, .claimed), (.withdrawnWithPrejudice, .admitted),
        (.withdrawnWithPrejudice, .contested), (.withdrawnWithoutPrejudice, .claimed),
        (.withdrawnWithoutPrejudice, .admitted), (.withdrawnWithoutPrejudice, .contested):
        caseFile.items[index].standing = .withdrawn
      default: break
      }
    }
  }

  mutating func applyNegotiation(_ entry: Entry, filedAt: Instant) {
    switch entry.event {
    case .reminderSent(let channel, let number, let ladder):
      caseFile.reminders.append(
        SentReminder(number: number, channel: channel, sentAt: entry.effectiveAt))
      stop { $0 == .reminder(number) }
      if !ladder.isEmpty { caseFile.firstReminder = number }
      for next in ladder {
        run(next.kind, until: next.dueAt, waitsOn: [.claimant], rule: "T4", from: entry)
      }
    case .remindersPaused(let until): caseFile.remindersPausedUntil = until
    case .contactWishesStated(let wishes): caseFile.contactWishes = wishes
    case .demandServed(let terms, let number, let graceEndsAt):
      caseFile.demands.append(
        ServedDemand(
          number: number, terms: terms, servedAt: entry.effectiveAt, graceEndsAt: graceEndsAt,
          items: caseFile.items.filter { $0.standing != .withdrawn && $0.standingBefore == nil }
            .map(\.item),
          paid: Money(minorUnits: caseFile.paid(after: 0), currency: currency)))
      stop(\.isReminder)
      run(.grace, until: graceEndsAt, waitsOn: [.respondent], rule: "T5", from: entry)
    case .graceExpired: stop { $0 == .grace }
    case .responded(let answers, _):
      caseFile.respondentAnswered = true
      apply(answers)
      acknowledge(answers, at: entry)
    case .paymentPosted(let payment, let number):
      caseFile.payments.append(
        PostedPayment(number: number, payment: payment, postedAt: filedAt))
    case .paymentReported(let report): caseFile.reports.append(report)
    case .chargePosted(let charge, let number):
      caseFile.charges.append(
        PostedCharge(number: number, charge: charge, postedAt: filedAt))
    case .postingReversed(let sum, let day, let number):
      caseFile.reversals.append(
        PostingReversal(number: number, of: sum, on: day, postedAt: filedAt))
      if sum == .writeOff, let closedAt {
        caseFile.writeOffPauses.append(WriteOffPause(from: closedAt, until: day))
      }
    case .paymentReversed(let number):
      for index in caseFile.payments.indices where caseFile.payments[index].number == number {
        caseFile.payments[index].reversed = true
      }
    default: break
    }
  }

  mutating func apply(_ answers: [ItemAnswer]) {
    for answer in answers {
      for index in caseFile.items.indices
      where caseFile.items[index].item.number == answer.item
        && caseFile.items[index].standingBefore == nil
      {
        let whole = caseFile.items[index].item.amount
        caseFile.items[index].answer = answer
        caseFile.items[index].contested = answer.kind.contests ? answer.amount ?? whole : nil
        caseFile.items[index].standing =
          answer.kind.contests ? .contested : answer.kind == .admit ? .admitted : .claimed
      }
    }
  }

  /// What is admitted in writing is acknowledged, from the day that writing came.
  mutating func acknowledge(_ answers: [ItemAnswer], at entry: Entry) {
    for answer in answers where answer.kind == .admit {
      for index in caseFile.items.indices where caseFile.items[index].item.number == answer.item {
        caseFile.items[index].admittedAt = entry.recordedFor?.receivedAt ?? entry.effectiveAt
      }
    }
  }

  mutating func run(
    _ kind: DeadlineKind, until dueAt: Instant, waitsOn: Set<Turn>, rule: String, from entry: Entry
  ) {
    stop { $0 == kind }
    caseFile.deadlines.append(
      Deadline(
        kind: kind, dueAt: dueAt, compartment: kind.home, waitsOn: waitsOn, rule: rule,
        setAt: entry.effectiveAt))
  }

  mutating func stop(_ ended: (DeadlineKind) -> Bool) {
    caseFile.deadlines.removeAll { ended($0.kind) }
  }
}

extension AnswerKind {
  /// Whether the answer disputes that the sum is owed. Hardship and a technical issue do not
  /// dispute it, and admit nothing either.
  var contests: Bool {
    switch self {
    case .contest, .alreadyPaid, .notMyDebt, .setOff: true
    case .admit, .hardship, .technicalIssue: false
    }
  }
}
