import ParleyDomain
import Testing

@Suite struct RecordedActTests {
  private func act(_ paper: ExhibitID, at: Instant) -> RecordedAct {
    RecordedAct(side: .respondent, exhibit: paper, receivedAt: at)
  }

  @Test func onlyForAPartyWithoutAnAccountAndOnPaper() throws {
    let answer = Command.respond([ItemAnswer(item: 1, kind: .admit)])
    var joined = try Matter.served()
    let letter = try joined.addExhibit(.email)
    let recorded = act(letter, at: joined.now)
    #expect(joined.condition(answer, recordedFor: recorded) == .partyHasAccount)

    var matter = try Matter.filed(joined: false)
    let missing = act(ExhibitID(compartment: .caseFile, number: 4), at: matter.now)
    #expect(matter.condition(answer, recordedFor: missing) == .documentMissing)
    let paper = act(try matter.addExhibit(.email), at: matter.now)
    let ahead = RecordedAct(
      side: .respondent, exhibit: paper.exhibit, receivedAt: matter.now.adding(hours: 1))
    #expect(
      matter.refusal(answer, recordedFor: ahead)?.fields == ["recorded_for.received_time"])
    #expect(
      matter.refusal(.sendReminder(.email), recordedFor: paper)?.fields == ["recorded_for"])
    #expect(matter.refusal(answer, by: People.client, recordedFor: paper) == .notFound)
    let entries = try matter.file(answer, recordedFor: paper)
    #expect(entries.first?.recordedFor == paper)
    #expect(entries.first?.actor == People.broker.member)
    #expect(matter.status == .admitted)
  }

  @Test func aPrivatePaperIsNotNamedInTheCase() throws {
    var matter = try Matter.filed(joined: false)
    let hidden = act(
      try matter.addExhibit(.email, in: .partyPrivate(.claimant)), at: matter.now)
    #expect(
      matter.condition(.respond([ItemAnswer(item: 1, kind: .admit)]), recordedFor: hidden)
        == .documentMissing)
  }

  @Test func whatBindsIsRecordedByWhoGainsNothingFromIt() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(.makeOffer(matter.plan([700_000])))
    let paper = act(try matter.addExhibit(in: .settlement), at: matter.now)
    let accept = Command.acceptOffer(number: 1, agreement: try hash("d"))
    #expect(matter.condition(accept, recordedFor: paper) == .bindingActNeedsNeutral)
    try matter.file(accept, by: People.administrator, recordedFor: paper)
    try matter.sign(by: People.broker)
    let sign = Command.signAgreement(Signature(document: try hash("d"), authority: .principal))
    #expect(matter.condition(sign, recordedFor: paper) == .bindingActNeedsNeutral)
    try matter.file(sign, by: People.administrator, recordedFor: paper)
    #expect(matter.dispute.settlement.state == .performing)
  }

  /// A client who never opened an account: everything arrives on paper.
  @Test func aCaseToItsAwardOnPaperAlone() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(.sendReminder(.letter))
    try matter.serve()
    let paper = act(try matter.addExhibit(.email), at: matter.now)
    try matter.file(
      .respond([ItemAnswer(item: 1, kind: .contest)]), recordedFor: paper)
    matter.advance(days: 16)
    try matter.file(.proposeMediation)
    try matter.file(.declineMediation, recordedFor: paper)
    try matter.demandArbitration(.refused)
    try matter.file(
      .answerDemand([
        ItemAnswer(item: 1, kind: .contest), ItemAnswer(item: 2, kind: .setOff),
      ]), recordedFor: paper)
    try matter.file(.nominateNeutral(People.both.member), recordedFor: paper)
    try matter.file(
      .discloseConflicts(ConflictDisclosure(hasConflict: true, acceptsAppointment: true)),
      by: People.both)
    try matter.file(.objectToNeutral(.relationship), recordedFor: paper)
    try matter.file(.ruleOnObjection(upheld: true), by: People.administrator)
    try matter.seat(People.arbitrator)
    let due = matter.today.adding(days: 3)
    try matter.file(
      .issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: due)), by: People.arbitrator)
    matter.advance(days: 4)
    try matter.file(.closeRecord, by: People.arbitrator)
    try matter.file(.issueAward(matter.award()), by: People.arbitrator)
    matter.advance(days: 21)
    try matter.pay(640_000)
    #expect(matter.dispute.caseFile.outcome == .awardSatisfied)
    #expect(
      matter.refusal(
        .appointNeutral(People.arbitrator.member), by: People.broker, recordedFor: paper)?
        .isNotPermitted == true)
  }

  @Test func appointingIsTheInstitutionsEvenOnPaper() throws {
    var matter = try Matter.filed(joined: false)
    let paper = act(try matter.addExhibit(), at: matter.now)
    try matter.file(.sendReminder(.letter))
    try matter.file(.respond([ItemAnswer(item: 1, kind: .contest)]), recordedFor: paper)
    try matter.file(.proposeMediation)
    try matter.file(.consentMediation(groundRules: hash("b")))
    try matter.file(
      .consentMediation(groundRules: hash("b")), by: People.administrator, recordedFor: paper)
    try matter.file(.nominateNeutral(People.mediator.member))
    #expect(
      matter.refusal(
        .appointNeutral(People.mediator.member), by: People.administrator, recordedFor: paper)?
        .isNotPermitted == true)
  }
}
