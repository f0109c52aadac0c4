import ParleyDomain
import Testing

/// Mediation beside arbitration or court: the stage stays and stands still.
@Suite struct MediationBesideTests {
  private func hearing() throws -> Matter {
    var matter = try Matter.constituted()
    try matter.file(
      .issueOrder(
        ProceduralOrder(kind: .evidenceTimetable, due: matter.today.adding(days: 21))),
      by: People.arbitrator)
    return matter
  }

  private func mediating() throws -> Matter {
    var matter = try hearing()
    matter.advance(days: 2)
    try matter.agreeToMediate()
    return matter
  }

  private func due(_ kind: DeadlineKind, in matter: Matter) -> Instant? {
    matter.dispute.deadlines.first { $0.kind == kind }?.dueAt
  }

  @Test func theStageStaysAndStandsStillFromConsentToTheEnd() throws {
    var matter = try hearing()
    let exchange = try #require(due(.exchange, in: matter))
    matter.advance(days: 2)
    try matter.file(.proposeMediation)
    #expect(matter.status == .evidenceOpen)
    #expect(matter.dispute.caseFile.mediationStatus == .mediationProposed)
    // A proposal alone delays nothing.
    #expect(due(.exchange, in: matter) == exchange)
    try matter.file(.consentMediation(groundRules: hash("b")))
    try matter.file(.consentMediation(groundRules: hash("b")), by: People.client)
    let stayed = matter.now
    #expect(matter.dispute.caseFile.mediationStatus == .mediationConsented)
    let stay = try #require(matter.dispute.caseFile.holds.last)
    #expect(stay.isInForce && stay.terms.kind == .partyStay && stay.terms.carriesMediation)
    #expect(matter.condition(.liftHold(number: stay.number), by: People.supervisor) == .noSuchHold)
    #expect(due(.exchange, in: matter) == nil)
    // The clock of the mediation itself goes on.
    #expect(due(.mediationWindow, in: matter) != nil)
    try matter.seat(People.mediator)
    #expect(matter.status == .evidenceOpen)
    #expect(matter.dispute.standings(of: People.mediator) == [.mediator])
    #expect(matter.dispute.standings(of: People.arbitrator) == [.arbitrator])
    try matter.file(.declareMediationImpasse, by: People.mediator)
    #expect(matter.dispute.caseFile.mediationBeside == nil)
    #expect(matter.dispute.caseFile.holds.allSatisfy { !$0.isInForce })
    let span = matter.now.milliseconds - stayed.milliseconds
    #expect(due(.exchange, in: matter) == exchange.adding(milliseconds: span))
    try matter.file(
      .reportMediation(
        MediatorReport(occurred: true, terminated: true, settled: false, attending: [])),
      by: People.mediator)
    #expect(matter.dispute.standings(of: People.mediator).isEmpty)
  }

  @Test func declinedOrLapsedItLeavesNoTrace() throws {
    var declined = try hearing()
    try declined.file(.proposeMediation)
    try declined.file(.declineMediation, by: People.client)
    #expect(declined.status == .evidenceOpen && declined.dispute.caseFile.mediationStatus == nil)
    var lapsed = try hearing()
    try lapsed.file(.proposeMediation)
    lapsed.advance(days: 16)
    #expect(lapsed.status == .evidenceOpen && lapsed.dispute.caseFile.mediationStatus == nil)
    #expect(lapsed.dispute.caseFile.holds.isEmpty)
    try lapsed.file(.proposeMediation)
    #expect(lapsed.dispute.caseFile.mediationStatus == .mediationProposed)
  }

  @Test func theWindowEndsItByTheClock() throws {
    var matter = try mediating()
    matter.advance(days: 47)
    #expect(matter.dispute.caseFile.mediationStatus == nil)
    #expect(matter.status == .evidenceOpen)
    #expect(due(.exchange, in: matter) != nil)
  }

  @Test func theMediatorIsSeatedNotTheArbitratorMeanwhile() throws {
    var matter = try mediating()
    try matter.file(.nominateNeutral(People.mediator.member), by: People.administrator)
    #expect(matter.dispute.caseFile.mediationStatus == .mediatorNominated)
    #expect(matter.dispute.caseFile.neutral(on: .arbitrator)?.step == .appointed)
    // The arbitrator's own acts stay the arbitrator's.
    let late = Command.discloseConflicts(
      ConflictDisclosure(hasConflict: true, acceptsAppointment: true))
    try matter.file(late, by: People.arbitrator)
    try matter.file(.declineNomination, by: People.mediator)
    try matter.file(.objectToNeutral(.relationship), by: People.client)
    #expect(matter.dispute.caseFile.neutral(on: .arbitrator)?.objectedBy == .respondent)
    try matter.file(.ruleOnObjection(upheld: true), by: People.administrator)
    #expect(matter.status == .answered)
    #expect(matter.dispute.caseFile.mediationStatus == .mediationConsented)
    // The vacancy is the arbitrator's and outlasts the mediation.
    try matter.file(.withdrawMediation, by: People.client)
    let holds = matter.dispute.caseFile.holds.filter(\.isInForce)
    #expect(holds.map(\.terms.seat) == [.arbitrator])
  }

  @Test func aMediatorWhoLeavesIsNotMissedOnceTheMediationIsOver() throws {
    var matter = try mediating()
    try matter.seat(People.mediator)
    try matter.file(.recuseNeutral, by: People.mediator)
    #expect(matter.dispute.caseFile.mediationStatus == .mediationConsented)
    #expect(matter.dispute.caseFile.holds.filter(\.isInForce).count == 2)
    try matter.file(.withdrawMediation)
    #expect(matter.dispute.caseFile.holds.allSatisfy { !$0.isInForce })
    var asStage = try Matter.inSession()
    try asStage.file(.recuseNeutral, by: People.mediator)
    try asStage.file(.withdrawMediation)
    #expect(asStage.status == .mediationWithdrawn)
    #expect(asStage.dispute.caseFile.holds.allSatisfy { !$0.isInForce })
  }

  @Test func nobodyAgreesWhileAnArbitratorIsBeingSeated() throws {
    var matter = try Matter.graceExpired()
    try matter.demandArbitration()
    try matter.file(.answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    try matter.file(.nominateNeutral(People.arbitrator.member), by: People.administrator)
    try matter.file(.proposeMediation)
    #expect(
      matter.condition(.consentMediation(groundRules: try hash("b"))) == .seatBeingFilled)
    try matter.file(.declineNomination, by: People.arbitrator)
    try matter.file(.consentMediation(groundRules: hash("b")))
  }

  @Test func inCourtToo() throws {
    var matter = try Matter.counselReferred()
    try matter.agreeToMediate()
    #expect(matter.status == .counselReferred)
    #expect(
      matter.condition(
        .recordFiling(CourtRecord(document: try matter.addExhibit(), on: matter.today)))
        == .holdPartyStay)
    let turns = matter.dispute.turn(for: [.claimant], given: matter.given)
    #expect(turns.on == [.administrator])
    try matter.pay(840_000)
    #expect(matter.status == .closed)
    #expect(matter.dispute.caseFile.mediationStatus == nil)
    #expect(matter.dispute.caseFile.holds.allSatisfy { !$0.isInForce })
  }

  @Test func whatIsSaidThereIsClosedToTheArbitrator() throws {
    var matter = try mediating()
    try matter.seat(People.mediator)
    let before = matter.dispute.seen(with: [.arbitrator])
    try matter.file(.addNote(.mediation), by: People.client)
    try matter.file(.addMediationNote(.shared), by: People.mediator)
    #expect(matter.dispute.seen(with: [.arbitrator]) == before)
    #expect(
      matter.refusal(.nominateNeutral(People.both.member), by: People.administrator)?.isWrongStage
        == true)
  }
}
