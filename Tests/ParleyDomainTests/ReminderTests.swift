import ParleyDomain
import Testing

/// The ladder of reminders, what ends it and what makes it pause.
@Suite struct ReminderTests {
  private func reminding() throws -> Matter {
    var matter = try Matter.filed()
    try matter.file(.sendReminder(.email))
    return matter
  }

  private func ladder(_ matter: Matter) -> [Deadline] {
    matter.dispute.deadlines.filter(\.kind.isReminder)
  }

  private func due(_ matter: Matter, _ days: Int) -> Instant {
    Zone.utc.end(of: matter.today.adding(days: days))
  }

  @Test func theFirstReminderSetsWhenTheNextAreDue() throws {
    var matter = try reminding()
    #expect(ladder(matter).map(\.kind) == [.reminder(2), .reminder(3), .reminder(4)])
    #expect(ladder(matter).map(\.dueAt) == [7, 14, 21].map { due(matter, $0) })
    #expect(ladder(matter).allSatisfy { $0.waitsOn == [.claimant] && $0.rule == "T4" })
    let account = matter.dispute.account(
      of: ladder(matter)[1], profile: matter.profile, zone: .utc)
    #expect(account.reckoning?.days == 14)
    #expect(!account.source.isEmpty)
    // Nobody else is told when the claimant means to write again.
    let seen = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(!seen.deadlines.contains { $0.kind.isReminder })
    // It waits for a person: the clock sends nothing, and what is overdue still waits.
    matter.advance(days: 9)
    #expect(matter.dispute.caseFile.reminders.count == 1)
    let turn = matter.dispute.turn(for: [.claimant], given: matter.given)
    #expect(turn.dueAt == ladder(matter).first?.dueAt)
    #expect(turn.dueAt.map { $0 < matter.now } == true)
    try matter.file(.sendReminder(.email))
    #expect(ladder(matter).map(\.kind) == [.reminder(3), .reminder(4)])
  }

  @Test func aDemandEndsIt() throws {
    var matter = try reminding()
    try matter.serve()
    #expect(ladder(matter).isEmpty)
  }

  @Test func paymentAndAFullAnswerEndIt() throws {
    var paid = try reminding()
    try paid.pay(840_000)
    #expect(paid.status == .closed && ladder(paid).isEmpty)
    var part = try reminding()
    try part.pay(100_000)
    #expect(ladder(part).count == 3)
    var answered = try reminding()
    try answered.file(
      .respond([ItemAnswer(item: 1, kind: .admit), ItemAnswer(item: 2, kind: .hardship)]),
      by: People.client)
    #expect(ladder(answered).isEmpty)
    var partly = try reminding()
    try partly.file(.respond([ItemAnswer(item: 1, kind: .admit)]), by: People.client)
    #expect(ladder(partly).count == 3)
  }

  @Test func contestedAmountsAreNotReminded() throws {
    var matter = try reminding()
    try matter.file(.respond([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    #expect(matter.status == .contested)
    // The other item is neither contested nor paid.
    #expect(matter.refusal(.sendReminder(.email)) == nil)
    #expect(ladder(matter).count == 3)
    try matter.pay(300_000)
    #expect(ladder(matter).isEmpty)
    #expect(matter.condition(.sendReminder(.email)) == .nothingToRemind)
  }

  @Test func whatIsWhollyContestedIsNotReminded() throws {
    var matter = try reminding()
    try matter.file(
      .respond([ItemAnswer(item: 1, kind: .contest), ItemAnswer(item: 2, kind: .setOff)]),
      by: People.client)
    #expect(ladder(matter).isEmpty)
    #expect(matter.condition(.sendReminder(.email)) == .nothingToRemind)
  }

  @Test func aHoldMakesItStandStill() throws {
    var matter = try reminding()
    let before = ladder(matter).map(\.dueAt)
    try matter.file(.placeHold(HoldTerms(kind: .administrative)), by: People.supervisor)
    #expect(ladder(matter).isEmpty)
    #expect(matter.condition(.sendReminder(.email)) == .holdAdministrative)
    matter.advance(days: 3)
    try matter.file(.liftHold(number: 1), by: People.supervisor)
    #expect(ladder(matter).map(\.dueAt) == before.map { $0.adding(hours: 72) })
  }

  /// 28 May 2026 is a Thursday: five business days later it is Thursday 4 June.
  @Test func aReportedPaymentPausesThemForFiveBusinessDays() throws {
    let pauses: [(inout Matter) throws -> Void] = [
      {
        try $0.file(
          .reportPayment(PaymentReport(amount: euro(840_000), paidOn: $0.today)),
          by: People.client)
      },
      {
        try $0.file(
          .respond([ItemAnswer(item: 1, kind: .technicalIssue)]), by: People.client)
      },
      {
        try $0.file(
          .respond([ItemAnswer(item: 1, kind: .alreadyPaid, amount: euro(1))]),
          by: People.client)
      },
    ]
    for pause in pauses {
      var matter = try reminding()
      let until = due(matter, 7)
      try pause(&matter)
      #expect(matter.dispute.caseFile.remindersPausedUntil == until)
      let refusal = try #require(matter.refusal(.sendReminder(.email)))
      #expect(refusal.earliest == until)
      #expect(matter.condition(.sendReminder(.email)) == .remindersPaused)
      matter.now = until.adding(milliseconds: -1000)
      #expect(matter.condition(.sendReminder(.email)) == .remindersPaused)
      matter.now = until
      #expect(matter.refusal(.sendReminder(.email)) == nil)
    }
  }

  @Test func whatWouldBeDueInThePauseIsDueWithItsEnd() throws {
    var matter = try reminding()
    matter.advance(days: 5)
    let until = due(matter, 7)
    try matter.file(
      .reportPayment(PaymentReport(amount: euro(100), paidOn: matter.today)), by: People.client)
    #expect(ladder(matter).first?.dueAt == until)
    #expect(ladder(matter)[1].dueAt > until)
  }

  @Test func theRightRespondentGetsALadderOfItsOwn() throws {
    var matter = try reminding()
    try matter.file(
      .amendParty(PartyAmendment(replaces: true, zone: "Europe/Lisbon")),
      words: [Word("respondent.name", "Another Ltd")])
    #expect(ladder(matter).isEmpty)
    #expect(matter.dispute.caseFile.respondentZone == "Europe/Lisbon")
    try matter.file(.sendReminder(.letter))
    #expect(ladder(matter).map(\.kind) == [.reminder(3), .reminder(4), .reminder(5)])
    let account = matter.dispute.account(
      of: ladder(matter)[0], profile: matter.profile, zone: .utc)
    #expect(account.reckoning?.days == 7)
  }
}
