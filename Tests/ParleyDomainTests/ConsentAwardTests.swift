import ParleyDomain
import Testing

/// An award on agreed terms: asked for by all, made of what they signed, performed as that is.
@Suite struct ConsentAwardTests {
  private let arbitrator = People.arbitrator

  /// The tribunal is constituted; 8,400.00 is claimed, 1,000.00 was paid before, 6,000.00 is settled in two.
  private func settled() throws -> Matter {
    var matter = try Matter.constituted()
    try matter.pay(100_000, reference: "before")
    try matter.settle([300_000, 300_000])
    return matter
  }

  private func requested() throws -> Matter {
    var matter = try settled()
    try matter.file(.requestConsentAward)
    try matter.file(.requestConsentAward, by: People.client)
    return matter
  }

  @Test func theArbitratorSeesNothingUntilAllHaveAsked() throws {
    var matter = try settled()
    let issue = Command.issueConsentAward(document: try hash("e"))
    #expect(matter.condition(issue, by: arbitrator) == .consentAwardNotRequested)
    let before = matter.dispute.seen(with: [.arbitrator])
    try matter.file(.requestConsentAward)
    #expect(matter.condition(.requestConsentAward) == .consentAwardAsked)
    #expect(matter.dispute.seen(with: [.arbitrator])?.caseFile == before?.caseFile)
    #expect(matter.condition(issue, by: arbitrator) == .consentAwardNotRequested)
    #expect(matter.dispute.caseFile.arbitration?.consentAward == nil)
    try matter.file(.requestConsentAward, by: People.client)
    let agreed = try #require(
      matter.dispute.seen(with: [.arbitrator])?.caseFile.arbitration?.consentAward)
    #expect(agreed.amount == (try euro(600_000)))
    #expect(agreed.schedule.count == 2)
    #expect(agreed.paymentsBefore == 1)
    #expect(matter.dispute.turn(for: [.arbitrator], given: matter.given).on == [.neutral])
    #expect(matter.dispute.seen(with: [.arbitrator])?.settlement == before?.settlement)
  }

  @Test func onlyWhatAllHaveSignedIsRecorded() throws {
    var matter = try Matter.constituted()
    #expect(matter.condition(.requestConsentAward) == .notSettled)
    #expect(matter.refusal(.requestConsentAward, by: arbitrator)?.isNotPermitted == true)
    matter = try requested()
    #expect(
      matter.refusal(.issueConsentAward(document: try hash("e")))?.isNotPermitted == true)
  }

  @Test func itIsPerformedAsItWasAgreedAndSatisfied() throws {
    var matter = try requested()
    try matter.file(.issueConsentAward(document: hash("e")), by: arbitrator)
    #expect(matter.status == .awardIssued)
    #expect(matter.dispute.caseFile.arbitration?.award?.terms.total == (try euro(600_000)))
    #expect(matter.dispute.caseFile.items.map(\.standing) == [.settled, .settled])
    #expect(matter.dispute.balance == (try euro(600_000)))
    // Who does not see the settlement reckons the same from the award.
    #expect(matter.dispute.seen(with: [.arbitrator])?.balance == (try euro(600_000)))
    matter.advance(days: 12)
    try matter.pay(300_000, reference: "1")
    #expect(matter.dispute.balance == (try euro(300_000)))
    try matter.pay(300_000, reference: "2")
    // Until the time to correct it is over the award is open, settled or not.
    #expect(matter.status == .awardIssued)
    matter.advance(days: 21)
    #expect(matter.dispute.caseFile.outcome == .awardSatisfied)
  }

  @Test func unpaidItIsAnAwardUnpaid() throws {
    var matter = try requested()
    try matter.file(.issueConsentAward(document: hash("e")), by: arbitrator)
    matter.advance(days: 200)
    #expect(matter.dispute.settlement.state == .defaulted)
    #expect(matter.status == .awardUnpaid)
    #expect(matter.dispute.balance == (try euro(600_000)))
    try matter.pay(600_000, reference: "late")
    #expect(matter.dispute.caseFile.outcome == .awardSatisfied)
  }

  @Test func declinedItMayBeAskedForAgain() throws {
    var matter = try requested()
    try matter.file(.declineConsentAward, by: arbitrator)
    #expect(matter.dispute.caseFile.arbitration?.consentAward == nil)
    #expect(matter.dispute.settlement.state == .performing)
    #expect(
      matter.condition(.declineConsentAward, by: arbitrator) == .consentAwardNotRequested)
    try matter.file(.requestConsentAward)
    try matter.file(.requestConsentAward, by: People.client)
    #expect(matter.refusal(.issueConsentAward(document: try hash("e")), by: arbitrator) == nil)
  }

  @Test func itSettlesTheCounterclaim() throws {
    var matter = try Matter.graceExpired()
    try matter.demandArbitration()
    try matter.file(
      .answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    try matter.file(
      .fileCounterclaim(CounterclaimTerms(amount: euro(50_000))), by: People.client)
    try matter.file(.replyCounterclaim(CounterclaimReply(admitted: nil)))
    try matter.seat(People.arbitrator)
    try matter.settle([800_000])
    try matter.file(.requestConsentAward)
    try matter.file(.requestConsentAward, by: People.client)
    try matter.file(.issueConsentAward(document: hash("e")), by: arbitrator)
    #expect(matter.dispute.caseFile.arbitration?.openCounterclaim == nil)
    #expect(matter.dispute.caseFile.arbitration?.award?.terms.dueToClaimant == (try euro(800_000)))
  }

  @Test func theClaimIsNotTakenUpAgainAgainstAnAward() throws {
    var matter = try Matter.constituted()
    try matter.settle(
      [300_000, 300_000], clause: DefaultClause(graceDays: 0, cureDays: 0, remedy: .reinstate))
    try matter.file(.requestConsentAward)
    try matter.file(.requestConsentAward, by: People.client)
    var early = matter
    try matter.file(.issueConsentAward(document: hash("e")), by: arbitrator)
    matter.advance(days: 100)
    #expect(matter.dispute.settlement.state == .defaulted)
    #expect(matter.condition(.electRemedy(.reinstate)) == .sumDecided)
    // Before the award it is, and then there is nothing left to record.
    early.advance(days: 100)
    try early.file(.electRemedy(.reinstate))
    #expect(early.dispute.caseFile.arbitration?.consentAward == nil)
  }
}
