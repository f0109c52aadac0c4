import ParleyDomain
import Testing

/// Default of a settlement: cure, the remedy that was signed, and the plan taken up again.
@Suite struct RemedyTests {
  /// 10,000.00 in three, of which the second is missed: day 40 and five of grace.
  private func defaulted(_ remedy: Remedy?, cureDays: Int = 10) throws -> Matter {
    var matter = try Matter.draft(amounts: [1_000_000])
    try matter.file(.fileDispute)
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    try matter.settle(
      [333_333, 333_333, 333_334],
      clause: remedy.map { DefaultClause(graceDays: 5, cureDays: cureDays, remedy: $0) })
    matter.advance(days: 12)
    try matter.pay(333_333, reference: "1")
    matter.advance(days: 34)
    #expect(matter.dispute.settlement.state == .defaulted)
    return matter
  }

  @Test func whatWasSignedFallsDueOnceTheTimeToCureIsOver() throws {
    var matter = try defaulted(.accelerate)
    let cure = try #require(matter.dispute.deadlines.first { $0.kind == .planCure })
    #expect(matter.condition(.electRemedy(.accelerate)) == .curePeriodRunning)
    #expect(matter.refusal(.electRemedy(.accelerate))?.earliest == cure.dueAt)
    matter.advance(to: cure.dueAt.adding(milliseconds: -1))
    #expect(matter.condition(.electRemedy(.accelerate)) == .curePeriodRunning)
    matter.advance(to: cure.dueAt)
    #expect(matter.condition(.electRemedy(.reinstate)) == .remedyNotAgreed)
    #expect(matter.refusal(.electRemedy(.accelerate), by: People.client)?.isNotPermitted == true)
    try matter.file(.electRemedy(.accelerate))
    #expect(matter.dispute.balance == (try euro(666_667)))
    #expect(matter.condition(.electRemedy(.accelerate)) == .remedyElected)
    // What was missed is no longer all that is due.
    try matter.pay(333_333, reference: "2")
    #expect(matter.dispute.settlement.state == .defaulted)
    try matter.pay(333_334, reference: "3")
    #expect(matter.dispute.caseFile.outcome == .settledPerformed)
  }

  @Test func inTimeTheArrearsCureIt() throws {
    var matter = try defaulted(.accelerate)
    try matter.pay(333_333, reference: "2")
    #expect(matter.dispute.settlement.state == .performing)
    #expect(matter.condition(.electRemedy(.accelerate)) == .notInDefault)
    #expect(!matter.dispute.deadlines.contains { $0.kind == .planCure })
  }

  @Test func anAcceleratedPlanIsTakenUpAgain() throws {
    var matter = try defaulted(.accelerate, cureDays: 0)
    #expect(matter.condition(.reinstatePlan) == .arrearsUnpaid)
    matter.advance(days: 1)
    try matter.file(.electRemedy(.accelerate))
    try matter.pay(333_333, reference: "2")
    try matter.file(.reinstatePlan)
    #expect(matter.dispute.settlement.state == .performing)
    #expect(matter.dispute.balance == (try euro(333_334)))
    // The third is due on day 70 and has five days of grace.
    matter.advance(days: 40)
    #expect(matter.dispute.settlement.agreement?.missedInstalment == 3)
    #expect(matter.dispute.settlement.state == .defaulted)
  }

  @Test func theClaimStandsAgainLessWhatWasPaid() throws {
    var matter = try defaulted(.reinstate)
    matter.advance(days: 12)
    try matter.file(.electRemedy(.reinstate))
    #expect(matter.dispute.settlement.state == .none)
    #expect(matter.dispute.balance == (try euro(666_667)))
    #expect(matter.dispute.caseFile.items.map(matter.dispute.standing) == [.claimed])
    try matter.file(.makeOffer(matter.plan([500_000])))
  }

  @Test func aConsentedJudgmentGoesToCounsel() throws {
    var matter = try defaulted(.consentJudgment)
    matter.advance(days: 12)
    try matter.file(.electRemedy(.consentJudgment))
    #expect(matter.status == .counselReferred)
    #expect(matter.dispute.balance == (try euro(666_667)))
  }

  @Test func withoutAClauseThereIsNoRemedy() throws {
    var matter = try defaulted(nil)
    matter.advance(days: 12)
    #expect(matter.condition(.electRemedy(.accelerate)) == .remedyNotAgreed)
    #expect(
      try matter.refusal(
        .makeOffer(
          matter.plan([1], clause: DefaultClause(graceDays: 91, cureDays: -1, remedy: .reinstate))))?
        .fields == ["default_clause.grace_days", "default_clause.cure_days"])
  }

  @Test func aHoldStopsTheTimeToCure() throws {
    var matter = try defaulted(.accelerate)
    try matter.file(.placeHold(HoldTerms(kind: .administrative)), by: People.administrator)
    matter.advance(days: 30)
    #expect(matter.condition(.electRemedy(.accelerate)) == .curePeriodRunning)
    try matter.file(.liftHold(number: 1), by: People.administrator)
    #expect(matter.condition(.electRemedy(.accelerate)) == .curePeriodRunning)
    matter.advance(days: 12)
    try matter.file(.electRemedy(.accelerate))
  }
}
