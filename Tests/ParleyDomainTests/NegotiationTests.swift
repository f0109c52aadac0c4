import ParleyDomain
import Testing

@Suite struct NegotiationTests {
  @Test func theFirstReminderBeginsTheReminding() throws {
    var matter = try Matter.filed()
    try matter.file(.sendReminder(.email))
    #expect(matter.status == .reminding)
    try matter.file(.sendReminder(.telephone))
    #expect(matter.dispute.caseFile.reminders.map(\.number) == [1, 2])
    #expect(matter.refusal(.sendReminder(.email), by: People.client)?.isNotPermitted == true)
  }

  @Test func aDemandRestsOnTheQuoteAndAnEarlierContact() throws {
    var matter = try Matter.filed()
    func terms(_ amount: Int64, _ contact: EarlierContact, days: Int = 14) throws -> Command {
      .serveDemand(
        DemandTerms(
          amount: try euro(amount), graceDays: days, contact: contact, channel: .letter))
    }
    #expect(
      try matter.refusal(terms(839_999, .waived), words: [Word("demand.waiver", "Urgent")])
        == .amountDiffers(
          field: "amount", given: euro(839_999), expected: euro(840_000), rule: "T5"))
    #expect(try matter.condition(terms(840_000, .reminder(1))) == .earlierContactMissing)
    #expect(try matter.refusal(terms(840_000, .waived))?.fields == ["demand.waiver"])
    #expect(try matter.refusal(terms(840_000, .reminder(1), days: 0))?.fields == ["grace_days"])
    let mail = try matter.addExhibit(.email, direction: .outgoing)
    #expect(try matter.refusal(terms(840_000, .exhibit(mail))) == nil)
    #expect(try matter.condition(terms(840_000, .exhibit(mail), days: 31)) == .graceTooLong)
    #expect(
      try matter.refusal(
        terms(840_000, .exhibit(mail), days: 31), words: [Word("demand.graceReason", "Holidays")])
        == nil)
    try matter.file(
      .logCall(
        CallNote(
          direction: .outgoing, startedAt: matter.now, durationSeconds: 60, outcome: .reached)))
    #expect(try matter.refusal(terms(840_000, .call(1))) == nil)
    #expect(try matter.condition(terms(840_000, .call(2))) == .earlierContactMissing)
  }

  @Test func graceEndsAtTheEndOfItsLastDay() throws {
    var matter = try Matter.served()
    let end = Zone.utc.end(of: matter.today.adding(days: 14))
    #expect(matter.dispute.nextDueAt == end)
    matter.advance(to: end.adding(milliseconds: -1))
    #expect(matter.dispute.dueDeadlines(at: matter.now).isEmpty)
    #expect(matter.status == .demandServed)
    matter.advance(to: end)
    let due = try #require(matter.dispute.dueDeadlines(at: matter.now).first)
    matter.now = end.adding(hours: 5)
    let entries = matter.dispute.fire(due, given: matter.given)
    #expect(entries.map(\.effectiveAt) == [end])
    #expect(entries.first?.transition?.to == .graceExpired)
    matter.take(entries)
    #expect(matter.dispute.fire(due, given: matter.given).isEmpty)
    #expect(matter.dispute.dueDeadlines(at: matter.now).isEmpty)
  }

  @Test func graceFollowsTheZone() throws {
    var matter = try Matter.filed()
    // The offset falls by an hour during the grace: the last day ends by the new one.
    let change = matter.now.adding(hours: 24 * 5)
    matter.zone = Zone(
      name: "Test/Zone", initialOffsetSeconds: 7_200,
      transitions: [Zone.Transition(at: change, offsetSeconds: 3_600)])
    try matter.file(.sendReminder(.email))
    try matter.serve()
    let midnight = Zone.utc.end(of: matter.today.adding(days: 14))
    #expect(matter.dispute.nextDueAt == midnight.adding(hours: -1))
  }

  @Test func answersStandPerItem() throws {
    var matter = try Matter.served()
    let tooMuch = ItemAnswer(item: 2, kind: .contest, amount: try euro(300_001))
    #expect(
      matter.refusal(.respond([tooMuch]), by: People.client)?.fields == ["answers[0].amount"])
    #expect(
      matter.refusal(.respond([ItemAnswer(item: 3, kind: .admit)]), by: People.client)?.fields
        == ["answers[0].item"])
    try matter.file(
      .respond([
        ItemAnswer(item: 1, kind: .admit),
        ItemAnswer(item: 2, kind: .contest, amount: try euro(100_000)),
      ]), by: People.client, words: [Word("answer.2.ground", "Not delivered")])
    #expect(matter.status == .contested)
    #expect(matter.dispute.caseFile.items.map(\.standing) == [.admitted, .contested])
    #expect(matter.dispute.records[.caseFile]?.words["answer.2.ground"] == "Not delivered")
    // Contesting one item does not stop the clock on the other.
    matter.advance(days: 16)
    #expect(matter.status == .graceExpired)
  }

  @Test func aWholeContestedClaimDoesNotExpire() throws {
    var matter = try Matter.served()
    try matter.file(
      .respond([
        ItemAnswer(item: 1, kind: .notMyDebt), ItemAnswer(item: 2, kind: .contest),
      ]), by: People.client)
    matter.advance(days: 16)
    #expect(matter.status == .contested)
    #expect(matter.dispute.dueDeadlines(at: matter.now).isEmpty)
  }

  @Test func hardshipAdmitsNothingAndALateAnswerIsFlagged() throws {
    var matter = try Matter.graceExpired()
    let entries = try matter.file(
      .respond([ItemAnswer(item: 1, kind: .hardship)]), by: People.client)
    #expect(matter.status == .admitted)
    #expect(matter.dispute.caseFile.items[0].standing == .claimed)
    #expect(
      entries.first?.event == .responded([ItemAnswer(item: 1, kind: .hardship)], late: true))
  }

  @Test func anImpasseNeedsALapsedOfferOrSilence() throws {
    var matter = try Matter.served()
    #expect(matter.condition(.declareImpasse) == .noLapsedOffer)
    try matter.file(.makeOffer(matter.plan([800_000])))
    try matter.file(.rejectOffer(number: 1), by: People.client)
    #expect(matter.refusal(.declareImpasse, by: People.client) == nil)
    try matter.file(.declareImpasse)
    #expect(matter.status == .negotiationImpasse)
    var silent = try Matter.graceExpired()
    try silent.file(.declareImpasse)
    #expect(silent.status == .negotiationImpasse)
  }

  @Test func payingAllEndsTheCase() throws {
    var matter = try Matter.contested()
    try matter.pay(300_000, reference: "B-1")
    #expect(matter.dispute.balance == (try euro(540_000)))
    #expect(
      try matter.refusal(
        .postPayment(
          Payment(
            amount: euro(1), valueDate: matter.today, method: .cash, bankReference: "B-1")))
        == .alreadyExists(what: "payment"))
    try matter.pay(600_000, reference: "B-2")
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
    #expect(matter.dispute.credit == (try euro(60_000)))
    #expect(matter.refusal(.sendReminder(.email))?.isWrongStage == true)
  }

  @Test func aReportedPaymentChangesNoBalance() throws {
    var matter = try Matter.served()
    try matter.file(
      .reportPayment(PaymentReport(amount: euro(840_000), paidOn: matter.today)),
      by: People.client)
    #expect(matter.dispute.balance == (try euro(840_000)))
    #expect(
      try matter.refusal(
        .postPayment(
          Payment(
            amount: euro(1), valueDate: matter.today, method: .cash, bankReference: "x")),
        by: People.client)?.isNotPermitted == true)
  }
}
