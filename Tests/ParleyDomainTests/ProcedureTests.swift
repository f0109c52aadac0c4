import ParleyDomain
import Testing

@Suite struct ProcedureTests {
  @Test func whoWaitsCannotLengthenADeadlineAloneAndTheOtherSideCan() throws {
    var matter = try Matter.served()
    let grace = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    let longer = Extension(kind: .grace, until: matter.today.adding(days: 20))
    #expect(matter.condition(.extendDeadline(longer), by: People.client) == .consentMissing)
    let shorter = Extension(kind: .grace, until: matter.today.adding(days: 10))
    #expect(matter.refusal(.extendDeadline(shorter))?.fields == ["until_date"])
    try matter.file(.extendDeadline(longer))
    let now = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    #expect(now.dueAt == grace.dueAt.adding(hours: 6 * 24))
    matter.advance(to: grace.dueAt)
    matter.fire()
    #expect(matter.status == .demandServed)
    matter.advance(to: now.dueAt)
    matter.fire()
    #expect(matter.status == .graceExpired)
    let offer = Extension(kind: .offerExpiry(1), until: matter.today.adding(days: 40))
    #expect(matter.condition(.extendDeadline(offer)) == .noSuchDeadline)
  }

  @Test func withdrawnWithoutPrejudiceItIsTakenUpWhereItStood() throws {
    var matter = try Matter.served()
    #expect(matter.refusal(.reopenDispute)?.isWrongStage == true)
    try matter.file(.withdrawDispute(withPrejudice: false))
    #expect(matter.dispute.deadlines.isEmpty)
    matter.advance(days: 100)
    try matter.file(.reopenDispute)
    #expect(matter.status == .demandServed)
    #expect(matter.dispute.caseFile.outcome == nil)
    #expect(matter.dispute.caseFile.items.allSatisfy { $0.standing == .claimed })
    let kinds = Set(matter.dispute.deadlines.map(\.kind))
    #expect(kinds == [.grace, .limitation])
    matter.advance(days: 16)
    #expect(matter.status == .graceExpired)
  }

  @Test func reopeningNeedsTimeAndFreeItems() throws {
    var matter = try Matter.served()
    try matter.file(.withdrawDispute(withPrejudice: false))
    let elsewhere = matter.given(precluded: [1])
    let filing = Filing(
      actor: People.broker, command: .reopenDispute, words: Matter.wording(.reopenDispute))
    #expect(throws: Refusal.self) { try matter.dispute.decide(filing, given: elsewhere) }
    matter.advance(days: 901)
    #expect(matter.condition(.reopenDispute) == .limitationPassed)
    var final = try Matter.served()
    try final.file(.withdrawDispute(withPrejudice: true))
    #expect(final.condition(.reopenDispute) == .notReopenable)
  }

  @Test func afterTheAnswerLeavingWithoutPrejudiceNeedsConsent() throws {
    var matter = try Matter.contested()
    #expect(
      matter.condition(.withdrawDispute(withPrejudice: false)) == .answeredWithoutPrejudice)
    let missing = ExhibitID(compartment: .caseFile, number: 9)
    #expect(
      matter.condition(.withdrawDispute(withPrejudice: false, consent: missing))
        == .documentMissing)
    let consent = try matter.addExhibit()
    try matter.file(.withdrawDispute(withPrejudice: false, consent: consent))
    #expect(matter.dispute.caseFile.outcome == .withdrawnWithoutPrejudice)
  }

  @Test func whatWasClaimedAndEndedIsBarred() throws {
    let matter = try Matter.draft()
    let filing = Filing(actor: People.broker, command: .fileDispute)
    #expect(
      throws: Refusal.unmet(
        .precludedItem, .fileDispute, rule: "T2", earliest: nil, next: nil)
    ) { try matter.dispute.decide(filing, given: matter.given(precluded: [2])) }
  }

  @Test func anAwardByDefaultIsSetAsideByWhoWasSilentAndSoon() throws {
    var matter = try Matter.graceExpired()
    try matter.demandArbitration()
    matter.advance(days: 16)
    try matter.file(.requestDefault)
    try matter.seat(People.arbitrator)
    try matter.file(
      .issueOrder(
        ProceduralOrder(kind: .evidenceTimetable, due: matter.today.adding(days: 5))),
      by: People.arbitrator)
    matter.advance(days: 7)
    try matter.file(.closeRecord, by: People.arbitrator)
    try matter.file(.issueAward(matter.award()), by: People.arbitrator)
    let command = Command.setAsideAward([ItemAnswer(item: 1, kind: .contest)])
    #expect(matter.refusal(command)?.isNotPermitted == true)
    var late = matter
    late.advance(days: 29)
    #expect(late.condition(command, by: People.client) == .setAsideWindowOver)
    matter.advance(days: 28)
    try matter.file(command, by: People.client)
    #expect(matter.status == .answered)
    #expect(matter.dispute.caseFile.arbitration?.award == nil)
    #expect(matter.dispute.caseFile.items.first?.standing == .contested)
    #expect(matter.dispute.standings(of: People.arbitrator).isEmpty)
    #expect(!matter.dispute.deadlines.contains { $0.kind == .payBy })
    try matter.seat(People.both)
    #expect(matter.status == .constituted)
  }

  @Test func anAwardAfterAnAnswerStands() throws {
    var matter = try Matter.recordClosed()
    try matter.file(.issueAward(matter.award()), by: People.arbitrator)
    let command = Command.setAsideAward([ItemAnswer(item: 1, kind: .contest)])
    #expect(matter.condition(command, by: People.client) == .notByDefault)
  }

  @Test func aReversedPaymentReopensWhatWasPaid() throws {
    var matter = try Matter.graceExpired()
    try matter.pay(840_000)
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
    try matter.file(.reversePayment(number: 1))
    #expect(matter.status == .graceExpired)
    #expect(try matter.dispute.balance == euro(840_000))
    #expect(matter.condition(.reversePayment(number: 1)) == .noSuchPayment)
    #expect(matter.dispute.deadlines.contains { $0.kind == .limitation })
  }

  @Test func aReversedInstalmentPutsASettlementInDefaultAgain() throws {
    var matter = try Matter.graceExpired()
    try matter.settle([300_000, 300_000])
    try matter.pay(300_000)
    try matter.pay(300_000, reference: "B-2")
    #expect(matter.dispute.caseFile.outcome == .settledPerformed)
    matter.advance(days: 60)
    try matter.file(.reversePayment(number: 2))
    #expect(matter.status == .graceExpired)
    #expect(try matter.dispute.balance == euro(300_000))
    matter.fire()
    #expect(matter.dispute.settlement.state == .defaulted)
    try matter.pay(300_000, reference: "B-3")
    #expect(matter.dispute.caseFile.outcome == .settledPerformed)
  }

  @Test func aReversedPaymentReopensASatisfiedAwardAndAPaidJudgment() throws {
    var award = try Matter.awardUnpaid()
    try award.pay(640_000)
    #expect(award.dispute.caseFile.outcome == .awardSatisfied)
    try award.file(.reversePayment(number: 1))
    #expect(award.status == .awardUnpaid)
    var judgment = try Matter.judgment()
    try judgment.pay(900_000)
    #expect(judgment.status == .satisfiedPendingRelease)
    try judgment.file(.reversePayment(number: 1))
    #expect(judgment.status == .judgment)
    try judgment.pay(900_000, reference: "B-2")
    try judgment.court(Command.recordSatisfaction)
    try judgment.file(.reversePayment(number: 2))
    #expect(judgment.status == .judgment)
  }

  @Test func anAmendedClaimIsWhatIsOwedAndAnsweredAnew() throws {
    var matter = try Matter.served()
    matter.advance(days: 5)
    let item = ClaimItem(
      number: 3, issued: nil, due: matter.today.adding(days: -1), amount: try euro(10_000))
    let amendment = ClaimAmendment(items: [item], withdrawn: [2])
    try matter.file(.amendClaim(amendment))
    #expect(try matter.dispute.balance == euro(550_000))
    let grace = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    #expect(grace.dueAt == Zone.utc.end(of: matter.today.adding(days: 14)))
    try matter.file(.respond([ItemAnswer(item: 3, kind: .contest)]), by: People.client)
    let again = ClaimAmendment(items: [], withdrawn: [3])
    #expect(matter.condition(.amendClaim(again)) == .consentMissing)
    let consent = try matter.addExhibit()
    try matter.file(.amendClaim(ClaimAmendment(items: [], withdrawn: [3], consent: consent)))
    #expect(try matter.dispute.balance == euro(540_000))
  }

  @Test func badAmendmentsAreRefusedByTheirFields() throws {
    let matter = try Matter.served()
    func fields(_ amendment: ClaimAmendment) -> [String] {
      matter.refusal(.amendClaim(amendment))?.fields ?? []
    }
    let gap = ClaimItem(number: 5, issued: nil, due: matter.today, amount: try euro(1))
    #expect(fields(ClaimAmendment(items: [gap])) == ["items"])
    #expect(fields(ClaimAmendment(items: [], withdrawn: [7])) == ["withdrawn_items[0]"])
    #expect(fields(ClaimAmendment(items: [], withdrawn: [1, 2])) == ["withdrawn_items"])
    #expect(fields(ClaimAmendment(items: [])) == ["items"])
  }

  @Test func theWrongPartyIsShutOutAndTheRightOneServedAnew() throws {
    var matter = try Matter.contested()
    try matter.file(.addNote(.partyPrivate(.respondent)), by: People.client)
    let command = Command.amendParty(PartyAmendment(replaces: true))
    #expect(matter.condition(command, words: [right]) == .consentMissing)
    let order = try matter.addExhibit()
    try matter.file(
      .amendParty(PartyAmendment(replaces: true, consent: order)), words: [right])
    #expect(matter.status == .reminding)
    #expect(matter.dispute.standings(of: People.client).isEmpty)
    #expect(!matter.dispute.caseFile.respondentAnswered)
    #expect(!matter.dispute.deadlines.contains { $0.kind == .grace })
    #expect(matter.dispute.caseFile.items.allSatisfy { $0.answer == nil })
    try matter.serve()
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.counsel)
    let seen = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(seen.records[.partyPrivate(.respondent)] == nil)
    #expect(sight(of: .partyPrivate(.respondent), for: [.respondent], in: matter.dispute) == .none)
    #expect(
      matter.refusal(.respond([ItemAnswer(item: 1, kind: .admit)]), by: People.counsel) == nil)
  }

  @Test func aPartyThatNegotiatedOrMediatedIsBound() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([1_000])), by: People.client)
    let command = Command.amendParty(PartyAmendment(replaces: true))
    #expect(matter.condition(command, words: [right]) == .partyBound)
    // A misspelt name is put right all the same.
    try matter.file(.amendParty(PartyAmendment(replaces: false)), words: [right])
    #expect(matter.dispute.caseFile.people.count == 1)
    #expect(matter.dispute.records[.caseFile]?.words["respondent.name"] == right.text)
  }

  private let right = Word("respondent.name", "FjordBus AS")
}
