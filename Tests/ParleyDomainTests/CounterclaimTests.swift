import ParleyDomain
import Testing

/// The respondent's own claim (T16), its reply, and what an award makes of both.
@Suite struct CounterclaimTests {
  private func answered() throws -> Matter {
    var matter = try Matter.graceExpired()
    try matter.demandArbitration()
    try matter.file(.answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    return matter
  }

  private func counterclaim(_ cents: Int64, leave: ExhibitID? = nil) throws -> Command {
    .fileCounterclaim(CounterclaimTerms(amount: try euro(cents), leave: leave))
  }

  private func award(
    _ matter: Matter, _ cents: Int64, _ disposition: Disposition
  ) throws -> Command {
    let terms = try matter.award()
    return .issueAward(
      AwardTerms(
        items: terms.items, interest: terms.interest, costs: terms.costs, payBy: terms.payBy,
        form: terms.form, document: terms.document,
        counterclaim: CounterclaimAward(disposition: disposition, amount: try euro(cents))))
  }

  /// To the closed record, with a counterclaim of this size that nobody replied to.
  private func recordClosed(_ cents: Int64) throws -> Matter {
    var matter = try answered()
    try matter.file(counterclaim(cents), by: People.client)
    try matter.seat(People.arbitrator)
    try matter.file(
      .issueOrder(
        ProceduralOrder(kind: .evidenceTimetable, due: matter.today.adding(days: 20))),
      by: People.arbitrator)
    matter.advance(days: 21)
    try matter.file(.closeRecord, by: People.arbitrator)
    return matter
  }

  /// Less than was awarded it lessens what is owed; more leaves something due to the respondent.
  @Test(arguments: [100_000, 900_000] as [Int64]) func theLedgerSetsItOff(cents: Int64) throws {
    var matter = try recordClosed(cents)
    try matter.file(award(matter, cents, .granted), by: People.arbitrator)
    let statement = matter.dispute.statement(given: matter.given)
    #expect(statement.balance == 640_000 - cents)
    #expect(statement.postings.allSatisfy { $0.lines.map(\.amount).reduce(0, +) == 0 })
    #expect(matter.dispute.balance == (try euro(max(0, 640_000 - cents))))
    #expect(matter.dispute.credit == (try euro(max(0, cents - 640_000))))
  }

  @Test func theRespondentFilesItAndTheClaimantReplies() throws {
    var matter = try answered()
    #expect(matter.refusal(try counterclaim(100))?.isNotPermitted == true)
    #expect(
      matter.condition(.replyCounterclaim(CounterclaimReply(admitted: nil))) == .noCounterclaim)
    #expect(
      matter.refusal(
        .fileCounterclaim(CounterclaimTerms(amount: Money.zero(matter.dispute.currency))),
        by: People.client)?.fields == ["amount"])
    try matter.file(counterclaim(200_000), by: People.client)
    #expect(matter.refusal(try counterclaim(1), by: People.client) != nil)
    let due = try #require(matter.dispute.deadlines.first { $0.kind == .reply })
    #expect(matter.zone.date(at: due.dueAt) == matter.today.adding(days: 15))
    #expect(due.waitsOn == [.claimant])
    #expect(
      matter.refusal(.replyCounterclaim(CounterclaimReply(admitted: try euro(200_001))))?.fields
        == ["admitted_amount"])
    var part = matter
    try part.file(.replyCounterclaim(CounterclaimReply(admitted: euro(50_000))))
    #expect(
      part.dispute.caseFile.arbitration?.counterclaims.last?.state(decided: false)
        == .admittedInPart)
    #expect(!part.dispute.deadlines.contains { $0.kind == .reply })
    try matter.file(.withdrawCounterclaim, by: People.client)
    #expect(matter.dispute.caseFile.arbitration?.openCounterclaim == nil)
    try matter.file(counterclaim(1), by: People.client)
    #expect(matter.dispute.caseFile.arbitration?.counterclaims.map(\.number) == [1, 2])
  }

  @Test func silenceCountsAsADenialAndALateReplyIsFlagged() throws {
    var matter = try answered()
    try matter.file(counterclaim(200_000), by: People.client)
    matter.advance(days: 16)
    #expect(matter.events.contains(.counterclaimReplyLapsed))
    #expect(
      matter.dispute.caseFile.arbitration?.counterclaims.last?.state(decided: false)
        == .deniedBySilence)
    try matter.file(.replyCounterclaim(CounterclaimReply(admitted: nil)))
    #expect(matter.dispute.caseFile.arbitration?.counterclaims.last?.repliedLate == true)
  }

  @Test func onceConstitutedItNeedsLeave() throws {
    var matter = try Matter.constituted()
    #expect(matter.condition(try counterclaim(100), by: People.client) == .consentMissing)
    let order = try matter.addExhibit()
    try matter.file(counterclaim(100, leave: order), by: People.client)
    // The record stays open until the claimant could reply.
    try matter.file(
      .issueOrder(
        ProceduralOrder(kind: .evidenceTimetable, due: matter.today.adding(days: 1))),
      by: People.arbitrator)
    matter.advance(days: 3)
    #expect(matter.condition(.closeRecord, by: People.arbitrator) == .replyRunning)
    try matter.file(.replyCounterclaim(CounterclaimReply(admitted: nil)))
    #expect(matter.refusal(.closeRecord, by: People.arbitrator) == nil)
    #expect(
      try Matter.recordClosed().refusal(counterclaim(1), by: People.client)?.isWrongStage == true)
  }

  @Test func anAwardDecidesItAndTheRestIsOwed() throws {
    var matter = try recordClosed(200_000)
    #expect(
      matter.condition(.issueAward(try matter.award()), by: People.arbitrator)
        == .counterclaimUndecided)
    #expect(
      matter.refusal(try award(matter, 1, .granted), by: People.arbitrator) != nil)
    #expect(
      matter.refusal(try award(matter, 200_000, .grantedInPart), by: People.arbitrator)?.fields
        == ["counterclaim.amount"])
    #expect(
      matter.refusal(try award(matter, 1, .denied), by: People.arbitrator)?.fields
        == ["counterclaim.amount"])
    let total = try #require(try matter.award().total)
    try matter.file(award(matter, 150_000, .grantedInPart), by: People.arbitrator)
    #expect(matter.dispute.balance.minorUnits == total.minorUnits - 150_000)
    matter.advance(days: 21)
    try matter.pay(total.minorUnits - 150_000)
    #expect(matter.dispute.caseFile.outcome == .awardSatisfied)
    let none = try Matter.recordClosed()
    #expect(
      none.refusal(try award(none, 1, .granted), by: People.arbitrator)?.fields
        == ["counterclaim"])
  }

  @Test func whereTheRespondentIsTheCreditorTheClaimIsDenied() throws {
    var matter = try recordClosed(900_000)
    let total = try #require(try matter.award().total)
    try matter.file(award(matter, 900_000, .granted), by: People.arbitrator)
    let terms = try #require(matter.dispute.caseFile.arbitration?.award?.terms)
    #expect(terms.dueToRespondent?.minorUnits == 900_000 - total.minorUnits)
    #expect(terms.dueToClaimant?.isZero == true)
    #expect(matter.dispute.balance.isZero)
    #expect(matter.dispute.credit == terms.dueToRespondent)
    matter.advance(days: 21)
    #expect(matter.dispute.caseFile.outcome == .claimDenied)
  }

  @Test func anOpenCounterclaimHoldsTheDisputeOpen() throws {
    var matter = try answered()
    try matter.file(counterclaim(100), by: People.client)
    try matter.pay(840_000)
    #expect(matter.status == .answered)
    #expect(matter.condition(.withdrawDispute(withPrejudice: true)) == .counterclaimOpen)
    #expect(matter.condition(.closeDispute(.discharged)) == .counterclaimOpen)
    #expect(matter.condition(.writeOff) == .counterclaimOpen)
    try matter.file(.withdrawCounterclaim, by: People.client)
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
  }
}
