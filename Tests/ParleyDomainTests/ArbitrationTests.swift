import ParleyDomain
import Testing

@Suite struct ArbitrationTests {
  private func demand(
    _ agreement: ExhibitID, _ basis: ArbitrationBasis = .contractClause,
    _ mediation: MediationFirst = .notRequired
  ) -> Command {
    .demandArbitration(
      ArbitrationDemand(
        basis: basis, agreement: agreement, mediationFirst: mediation, feeReference: "FEE-17"))
  }

  @Test func aDemandNeedsGraceOverAClauseAndItsPaper() throws {
    var running = try Matter.contested()
    let early = try running.addExhibit()
    #expect(running.condition(demand(early)) == .graceRunning)
    #expect(
      running.refusal(demand(early))?.earliest == running.dispute.caseFile.demands[0].graceEndsAt)

    var matter = try Matter.graceExpired(clauses: [])
    let contract = try matter.addExhibit()
    #expect(matter.condition(demand(contract)) == .arbitrationClauseMissing)
    let missing = ExhibitID(compartment: .caseFile, number: 9)
    #expect(matter.condition(demand(missing, .signedSubmission)) == .documentMissing)
    #expect(matter.refusal(demand(contract, .signedSubmission)) == nil)
    #expect(matter.refusal(demand(contract), by: People.administrator)?.isNotPermitted == true)
  }

  @Test func mediationFirstIsMetRefusedOrWaived() throws {
    var matter = try Matter.graceExpired(clauses: [.arbitration, .mediationFirst])
    let contract = try matter.addExhibit()
    for claim in [MediationFirst.notRequired, .attempted, .refused] {
      #expect(matter.condition(demand(contract, .contractClause, claim)) == .mediationFirstUnmet)
    }
    #expect(
      matter.refusal(demand(contract, .contractClause, .waived))?.fields
        == ["arbitration.mediationWaiver"])
    #expect(
      matter.refusal(
        demand(contract, .contractClause, .waived),
        words: [Word("arbitration.mediationWaiver", "Clause 9 was struck")]) == nil)
    try matter.file(.proposeMediation)
    try matter.file(.declineMediation, by: People.client)
    #expect(matter.refusal(demand(contract, .contractClause, .refused)) == nil)
  }

  @Test func aBarredClaimIsNotArbitrated() throws {
    var matter = try Matter.graceExpired(limitationDays: 20)
    let contract = try matter.addExhibit()
    matter.advance(days: 4)
    #expect(matter.refusal(demand(contract)) == nil)
    matter.advance(days: 1)
    #expect(matter.condition(demand(contract)) == .limitationPassed)
    // A deadline that only flags is never due.
    #expect(matter.dispute.dueDeadlines(at: matter.now).isEmpty)
    #expect(matter.dispute.nextDueAt == nil)
    try matter.file(.closeDispute(.timeBarred))
    #expect(matter.dispute.caseFile.outcome == .timeBarred)
  }

  @Test func silenceOpensTheWayToDefault() throws {
    var matter = try Matter.graceExpired()
    try matter.demandArbitration()
    #expect(
      matter.refusal(.answerDemand([ItemAnswer(item: 1, kind: .admit)]))
        == .notPermitted(.answerDemand, needs: [.respondent]))
    matter.advance(days: 15)
    #expect(matter.status == .defaultEligible)
    #expect(matter.refusal(.requestDefault, by: People.client)?.isNotPermitted == true)
    try matter.file(.requestDefault)
    #expect(matter.status == .answered)
    #expect(matter.dispute.caseFile.arbitration?.byDefault == true)
    #expect(!matter.dispute.caseFile.respondentAnswered)
  }

  @Test func theMediatorIsNotTheArbitratorOfTheMatter() throws {
    var matter = try Matter.graceExpired()
    try matter.agreeToMediate()
    try matter.seat(People.both)
    try matter.file(.withdrawMediation)
    try matter.demandArbitration(.attempted)
    try matter.file(.answerDemand([ItemAnswer(item: 1, kind: .admit)]), by: People.client)
    #expect(
      matter.condition(.nominateNeutral(People.both.member), by: People.administrator)
        == .mediatorOfSameMatter)
    let report = MediatorReport(occurred: false, terminated: true, settled: false, attending: [])
    try matter.file(.reportMediation(report), by: People.both)
    #expect(
      matter.condition(.nominateNeutral(People.both.member), by: People.administrator)
        == .mediatorOfSameMatter)
  }

  @Test func theRecordIsOpenedClosedAndReopened() throws {
    var matter = try Matter.constituted()
    let arbitrator = People.arbitrator
    #expect(
      matter.refusal(
        .issueOrder(ProceduralOrder(kind: .evidenceTimetable)), by: arbitrator)?.fields
        == ["due_date"])
    try matter.file(.issueOrder(ProceduralOrder(kind: .hearing)), by: arbitrator)
    #expect(matter.status == .constituted)
    let due = matter.today.adding(days: 21)
    try matter.file(
      .issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: due)), by: arbitrator)
    #expect(matter.status == .evidenceOpen)
    #expect(matter.condition(.closeRecord, by: arbitrator) == .exchangeRunning)
    _ = try matter.addExhibit(.invoice)
    matter.advance(days: 22)
    let late = try matter.addExhibit(.invoice)
    #expect(matter.dispute.exhibit(late)?.late == true)
    #expect(matter.dispute.records[.caseFile]?.exhibits.map(\.late) == [false, false, true])
    try matter.file(.closeRecord, by: arbitrator)
    let exhibit = Command.addExhibit(
      ExhibitOffer(
        kind: .photo, compartment: .caseFile, hash: try hash("f"), byteCount: 1,
        mediaType: "image/png", items: [], madeForMediation: false))
    #expect(matter.condition(exhibit) == .recordIsClosed)
    try matter.file(.reopenRecord, by: arbitrator)
    #expect(matter.refusal(exhibit) == nil)
  }

  @Test func anAwardDecidesEveryItem() throws {
    var matter = try Matter.recordClosed()
    let whole = try matter.award()
    func changed(_ items: [ItemAward]) -> Command {
      .issueAward(
        AwardTerms(
          items: items, interest: whole.interest, costs: whole.costs, payBy: whole.payBy,
          form: .standard, document: whole.document))
    }
    let by = People.arbitrator
    #expect(matter.condition(changed([whole.items[0]]), by: by) == .itemsUndecided)
    #expect(
      try matter.refusal(
        changed([
          ItemAward(item: 1, disposition: .granted, amount: euro(1)), whole.items[1],
        ]), by: by)
        == .amountDiffers(
          field: "items[0].amount", given: euro(1), expected: euro(540_000), rule: "T19"))
    #expect(
      try matter.refusal(
        changed([
          ItemAward(item: 1, disposition: .denied, amount: euro(1)),
          ItemAward(item: 1, disposition: .granted, amount: euro(0)),
        ]), by: by)?.fields == ["items[0].amount", "items[1].item", "items[1].amount"])
    #expect(
      try matter.refusal(
        changed([
          whole.items[0],
          ItemAward(item: 2, disposition: .grantedInPart, amount: euro(300_000)),
        ]), by: by)?.fields == ["items[1].amount"])
    try matter.file(.issueAward(whole), by: by)
    #expect(matter.dispute.balance == (try euro(640_000)))
    #expect(matter.dispute.caseFile.items.map(\.standing) == [.awarded, .awarded])
    #expect(matter.dispute.caseFile.arbitration?.award?.late == false)
    try matter.file(.correctAward(document: hash("e")), by: by)
    #expect(matter.dispute.caseFile.arbitration?.award?.version == 2)
  }

  @Test func anAwardBecomesFinalUnpaidAndSatisfied() throws {
    var matter = try Matter.recordClosed()
    matter.advance(days: 31)
    try matter.file(.issueAward(matter.award()), by: People.arbitrator)
    #expect(matter.dispute.caseFile.arbitration?.award?.late == true)
    matter.advance(days: 21)
    #expect(matter.status == .awardFinal)
    #expect(matter.refusal(.correctAward(document: try hash("e")), by: People.arbitrator) != nil)
    matter.advance(days: 20)
    #expect(matter.status == .awardUnpaid)
    try matter.pay(640_000)
    #expect(matter.dispute.caseFile.outcome == .awardSatisfied)
  }

  @Test func anAwardPaidEarlyOrOfNothingEndsWhenFinal() throws {
    var paid = try Matter.recordClosed()
    try paid.file(.issueAward(paid.award()), by: People.arbitrator)
    try paid.pay(640_000)
    #expect(paid.status == .awardIssued)
    paid.advance(days: 21)
    #expect(paid.dispute.caseFile.outcome == .awardSatisfied)

    var denied = try Matter.recordClosed()
    try denied.file(.issueAward(denied.award(0, 0)), by: People.arbitrator)
    #expect(denied.dispute.caseFile.items.map(\.standing) == [.denied, .denied])
    denied.advance(days: 21)
    #expect(denied.dispute.caseFile.outcome == .claimDenied)
  }

  @Test func deliberationIsTheArbitratorsOwn() throws {
    var matter = try Matter.constituted()
    try matter.file(.addDeliberationNote, by: People.arbitrator)
    #expect(matter.dispute.seen(with: [.arbitrator])?.records[.deliberation]?.notes.count == 1)
    for standing in Standing.allCases where standing != .arbitrator {
      #expect(matter.dispute.seen(with: [standing])?.records[.deliberation] == nil)
    }
  }
}
