import ParleyDomain
import Testing

@Suite struct LegalTests {
  @Test func fromFilingToASatisfiedJudgment() throws {
    var matter = try Matter.judgment()
    #expect(matter.dispute.balance == (try euro(900_000)))
    try matter.court { .recordEnforcement($0, kind: .garnishment) }
    #expect(matter.status == .enforcing)
    try matter.pay(400_000, reference: "1")
    #expect(matter.status == .enforcing)
    try matter.pay(500_000, reference: "2")
    #expect(matter.status == .satisfiedPendingRelease)
    try matter.court(Command.recordSatisfaction)
    #expect(matter.dispute.caseFile.outcome == .judgmentSatisfied)
    #expect(
      matter.dispute.caseFile.passed.map(\.status) == [
        .draft, .filed, .reminding, .demandServed, .graceExpired, .counselReferred, .courtFiled,
        .courtServed, .judgment, .enforcing, .satisfiedPendingRelease,
      ])
  }

  @Test func aReferralNeedsAnAssessmentOrAReason() throws {
    var matter = try Matter.graceExpired()
    #expect(matter.condition(.referCounsel) == .assessmentMissing)
    #expect(
      matter.refusal(.referCounsel, words: [Word("referral.reason", "Urgent")]) == nil)
    try matter.file(.assessPath(.collections))
    matter.advance(days: 91)
    #expect(matter.condition(.referCounsel) == .assessmentMissing)
    try matter.file(.assessPath(.collections))
    try matter.approved(.referCollections(contingencyBasisPoints: 2_500))
    #expect(matter.status == .collectionsPlaced)
    try matter.file(.recallCollections)
    #expect(matter.status == .graceExpired)
    #expect(
      matter.refusal(.referCollections(contingencyBasisPoints: 10_001))?.fields
        == ["contingency_basis_points"])
  }

  @Test func aReferralWaitsForMediationAndTheLimitation() throws {
    var matter = try Matter.graceExpired(clauses: [.mediationFirst], limitationDays: 60)
    try matter.file(.assessPath(.lawsuit))
    #expect(matter.condition(.referCounsel) == .mediationFirstUnmet)
    try matter.file(.proposeMediation)
    matter.advance(days: 15)
    #expect(matter.refusal(.referCounsel) == nil)
    matter.advance(days: 40)
    #expect(matter.condition(.referCounsel) == .limitationPassed)
  }

  @Test func anArbitrationClauseKeepsACaseOutOfCourt() throws {
    var matter = try Matter.graceExpired()
    try matter.file(.assessPath(.lawsuit))
    try matter.approved(.referCounsel)
    let paper = try matter.addExhibit(.courtDocument)
    let filing = Command.recordFiling(CourtRecord(document: paper, on: matter.today))
    #expect(matter.condition(filing) == .arbitrationExclusive)
    #expect(
      matter.refusal(filing, words: [Word("court.arbitrationWaiver", "Waived by both")]) == nil)
    let ahead = Command.recordFiling(
      CourtRecord(document: paper, on: matter.today.adding(days: 1)))
    #expect(
      matter.refusal(ahead, words: [Word("court.arbitrationWaiver", "Waived")])?.fields
        == ["record.date"])
  }

  @Test func aProtectiveFilingIsOnlyARecord() throws {
    var matter = try Matter.graceExpired(clauses: [], limitationDays: 120)
    let paper = try matter.addExhibit(.courtDocument)
    func filing() -> Command { .recordFiling(CourtRecord(document: paper, on: matter.today)) }
    let refusal = matter.refusal(filing())
    #expect(refusal?.isWrongStage == true)
    matter.now = try #require(refusal?.earliest)
    try matter.file(filing())
    #expect(matter.status == .graceExpired)
    #expect(matter.dispute.caseFile.legal.filing != nil)
    #expect(!matter.dispute.deadlines.contains { $0.kind == .limitation })
  }

  @Test func aDismissalReturnsToCounselOrDeniesTheClaim() throws {
    var matter = try Matter.counselReferred()
    try matter.court(Command.recordFiling)
    var denied = matter
    try matter.court { .recordDismissal($0, refused: false) }
    #expect(matter.status == .counselReferred)
    try denied.court { .recordDismissal($0, refused: true) }
    #expect(denied.dispute.caseFile.outcome == .claimDenied)
  }

  @Test func anUnpaidAwardGoesToCounselAndIsSatisfiedThere() throws {
    var matter = try Matter.awardUnpaid()
    try matter.file(.assessPath(.lawsuit))
    try matter.approved(.referCounsel)
    #expect(matter.status == .counselReferred)
    try matter.pay(640_000)
    #expect(matter.dispute.caseFile.outcome == .awardSatisfied)
  }

  @Test func aSettlementInDefaultOpensTheWayToCounselFromAnywhere() throws {
    var matter = try Matter.inSession()
    try matter.file(.assessPath(.lawsuit))
    #expect(matter.refusal(.referCounsel)?.isWrongStage == true)
    try matter.settle([700_000])
    #expect(matter.refusal(.referCounsel)?.isWrongStage == true)
    matter.advance(days: 16)
    #expect(matter.dispute.settlement.state == .defaulted)
    #expect(matter.status == .inSession)
    var recalled = matter
    try matter.approved(.referCounsel)
    #expect(matter.status == .counselReferred)
    #expect(matter.dispute.caseFile.mediationEndedAt != nil)
    // A judgment after the settlement governs what is owed.
    let amount = try euro(750_000)
    try matter.court {
      .recordFiling($0)
    } words: {
      [Word("court.arbitrationWaiver", "By default")]
    }
    try matter.court(Command.recordService)
    try matter.court { .recordJudgment($0, amount: amount) }
    #expect(matter.dispute.balance == amount)
    try recalled.approved(.referCollections(contingencyBasisPoints: 0))
    try recalled.file(.recallCollections)
    #expect(recalled.status == .mediationImpasse)
  }

  @Test func withdrawingAfterAnAnswerIsWithPrejudice() throws {
    var matter = try Matter.contested()
    #expect(
      matter.condition(.withdrawDispute(withPrejudice: false)) == .answeredWithoutPrejudice)
    try matter.file(.withdrawDispute(withPrejudice: true))
    #expect(matter.dispute.caseFile.outcome == .withdrawnWithPrejudice)
    #expect(matter.dispute.balance.isZero)
    var early = try Matter.served()
    try early.file(.withdrawDispute(withPrejudice: false))
    #expect(early.dispute.caseFile.outcome == .withdrawnWithoutPrejudice)
  }

  @Test func aCloseNeedsABasisThatIsTrue() throws {
    var matter = try Matter.served()
    #expect(matter.condition(.closeDispute(.timeBarred)) == .limitationRunning)
    #expect(matter.refusal(.closeDispute(.paidInFull))?.fields == ["outcome"])
    try matter.file(.closeDispute(.assigned))
    #expect(matter.dispute.caseFile.outcome == .assigned)
  }
}
