import ParleyDomain
import Testing

@Suite struct MediationTests {
  @Test func bothSignTheSameGroundRules() throws {
    var matter = try Matter.graceExpired()
    try matter.file(.proposeMediation, words: [Word("mediation.message", "Shall we talk?")])
    #expect(matter.status == .mediationProposed)
    try matter.file(.consentMediation(groundRules: hash("b")))
    #expect(try matter.condition(.consentMediation(groundRules: hash("b"))) == .alreadySigned)
    #expect(
      try matter.condition(.consentMediation(groundRules: hash("c")), by: People.client)
        == .groundRulesDiffer)
    try matter.file(.consentMediation(groundRules: hash("b")), by: People.client)
    #expect(matter.status == .mediationConsented)
    matter.advance(days: 46)
    #expect(matter.status == .mediationImpasse)
  }

  @Test func aProposalNeedsContactAndIsDeclinedByTheOtherSide() throws {
    var fresh = try Matter.filed()
    try fresh.file(.respond([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    #expect(fresh.condition(.proposeMediation) == .earlierContactMissing)
    // A private note of a call is a contact to its author, and nothing to the other side.
    try fresh.file(
      .logCall(
        CallNote(
          direction: .outgoing, startedAt: fresh.now, durationSeconds: 1, outcome: .reached)))
    #expect(fresh.refusal(.proposeMediation) == nil)
    #expect(fresh.condition(.proposeMediation, by: People.client) == .earlierContactMissing)

    var matter = try Matter.graceExpired()
    try matter.file(.proposeMediation)
    #expect(
      matter.refusal(.declineMediation) == .notPermitted(.declineMediation, needs: [.respondent]))
    let entries = try matter.file(
      .declineMediation, by: People.client, words: [Word("decline.reason", "No trust")])
    #expect(entries.map(\.compartment) == [.caseFile, .mediation])
    #expect(entries.first?.words.isEmpty == true)
    #expect(matter.status == .negotiationImpasse)
    #expect(matter.dispute.records[.mediation]?.words["note.1.reason"] == "No trust")
    var silent = try Matter.graceExpired()
    try silent.file(.proposeMediation)
    silent.advance(days: 15)
    #expect(silent.status == .negotiationImpasse)
    #expect(silent.dispute.caseFile.mediationRefused)
  }

  @Test func aNomineeIsOnThePanelAndNothingToTheParties() throws {
    var matter = try Matter.graceExpired()
    try matter.agreeToMediate()
    #expect(matter.condition(.nominateNeutral(People.client.member)) == .notOnPanel)
    #expect(matter.condition(.nominateNeutral(MemberID("nobody"))) == .notOnPanel)
    #expect(matter.condition(.nominateNeutral(People.insider.member)) == .conflictOfInterest)
    #expect(matter.refusal(.nominateNeutral(People.mediator.member)) == nil)
  }

  @Test func anAppointmentWaitsForDisclosureWindowAndObjection() throws {
    var matter = try Matter.graceExpired()
    try matter.agreeToMediate()
    try matter.file(.nominateNeutral(People.mediator.member), by: People.client)
    let appoint = Command.appointNeutral(People.mediator.member)
    #expect(matter.condition(appoint, by: People.administrator) == .disclosureMissing)
    #expect(
      matter.refusal(appoint) == .notPermitted(.appointNeutral, needs: [.administrator]))
    try matter.file(
      .discloseConflicts(ConflictDisclosure(hasConflict: false, acceptsAppointment: true)),
      by: People.mediator)
    let refusal = matter.refusal(appoint, by: People.administrator)
    #expect(matter.condition(appoint, by: People.administrator) == .objectionWindowOpen)
    #expect(refusal?.earliest == Zone.utc.end(of: matter.today.adding(days: 7)))
    try matter.file(.objectToNeutral(.relationship), by: People.client)
    #expect(matter.condition(appoint, by: People.administrator) == .objectionPending)
    #expect(
      matter.refusal(.ruleOnObjection(upheld: false), by: People.broker)?.isNotPermitted == true)
    try matter.file(.ruleOnObjection(upheld: false), by: People.administrator)
    #expect(
      matter.refusal(.objectToNeutral(.other), by: People.client)
        == .alreadyExists(what: "objection"))
    matter.advance(days: 8)
    #expect(matter.condition(.objectToNeutral(.other)) == .objectionWindowOver)
    try matter.file(appoint, by: People.administrator)
    #expect(matter.status == .inSession)
    #expect(matter.dispute.standings(of: People.mediator) == [.mediator])
  }

  @Test func anUpheldObjectionOrADeclineOpensTheSeatAgain() throws {
    var matter = try Matter.graceExpired()
    try matter.agreeToMediate()
    try matter.file(.nominateNeutral(People.mediator.member))
    try matter.file(.declineNomination, by: People.mediator)
    #expect(matter.status == .mediationConsented)
    #expect(matter.refusal(.declineNomination, by: People.mediator) == .notFound)
    try matter.file(.nominateNeutral(People.both.member))
    try matter.file(
      .discloseConflicts(ConflictDisclosure(hasConflict: false, acceptsAppointment: true)),
      by: People.both)
    try matter.file(.objectToNeutral(.other))
    try matter.file(.ruleOnObjection(upheld: true), by: People.administrator)
    #expect(matter.status == .mediationConsented)
    #expect(matter.dispute.standings(of: People.both).isEmpty)
  }

  @Test func aDisclosedConflictIsWaivedByBoth() throws {
    var matter = try Matter.graceExpired()
    try matter.agreeToMediate()
    try matter.file(.nominateNeutral(People.mediator.member))
    try matter.file(
      .discloseConflicts(ConflictDisclosure(hasConflict: true, acceptsAppointment: true)),
      by: People.mediator)
    let appoint = Command.appointNeutral(People.mediator.member)
    matter.advance(days: 8)
    try matter.file(.waiveConflict)
    #expect(matter.condition(appoint, by: People.administrator) == .conflictNotWaived)
    #expect(matter.refusal(.waiveConflict) == .alreadyExists(what: "waiver"))
    try matter.file(.waiveConflict, by: People.client)
    try matter.file(appoint, by: People.administrator)
    #expect(matter.status == .inSession)
  }

  @Test func withoutAnInstitutionBothSidesAppoint() throws {
    var matter = try Matter.graceExpired()
    matter.hasInstitution = false
    try matter.agreeToMediate()
    try matter.file(.nominateNeutral(People.mediator.member))
    try matter.file(
      .discloseConflicts(ConflictDisclosure(hasConflict: false, acceptsAppointment: true)),
      by: People.mediator)
    matter.advance(days: 8)
    let appoint = Command.appointNeutral(People.mediator.member)
    #expect(matter.refusal(appoint, by: People.administrator)?.isNotPermitted == true)
    try matter.file(appoint)
    #expect(matter.status == .mediatorNominated)
    #expect(matter.condition(appoint) == .otherSideMustAgree)
    try matter.file(appoint, by: People.client)
    #expect(matter.status == .inSession)
  }

  @Test func sessionsOpenOneAtATime() throws {
    var matter = try Matter.inSession()
    let mediator = People.mediator
    #expect(
      matter.condition(.openSession(number: 1, attending: [.claimant]), by: mediator)
        == .noSuchSession)
    try matter.file(.scheduleSession(startsAt: matter.now.adding(hours: 24)), by: mediator)
    try matter.file(.scheduleSession(startsAt: matter.now.adding(hours: 48)), by: mediator)
    try matter.file(
      .openSession(number: 1, attending: [.claimant, .respondent]), by: mediator)
    #expect(
      matter.condition(.openSession(number: 2, attending: [.claimant]), by: mediator)
        == .sessionOpen)
    #expect(matter.condition(.endCaucus(session: 1), by: mediator) == .sessionNotOpen)
    try matter.file(.openCaucus(session: 1, with: .respondent), by: mediator)
    #expect(matter.condition(.endSession(number: 1), by: mediator) == .caucusOpen)
    #expect(
      matter.condition(.openCaucus(session: 1, with: .claimant), by: mediator) == .caucusOpen)
    try matter.file(.endCaucus(session: 1), by: mediator)
    try matter.file(.adjournSession(number: 1, until: nil), by: mediator)
    #expect(matter.condition(.endSession(number: 1), by: mediator) == .sessionNotOpen)
    try matter.file(.openSession(number: 1, attending: [.claimant]), by: mediator)
    try matter.file(.endSession(number: 1), by: mediator)
    #expect(matter.dispute.caseFile.sessions.map(\.step) == [.ended, .scheduled])
    #expect(matter.dispute.caseFile.sessions[0].attending == [.claimant, .respondent])
    #expect(matter.refusal(.endSession(number: 1), by: People.broker)?.isNotPermitted == true)
  }

  @Test func theReportComesAfterTheEndAndDischarges() throws {
    var matter = try Matter.inSession()
    let report = MediatorReport(
      occurred: true, terminated: true, settled: false, attending: [.claimant])
    #expect(matter.refusal(.reportMediation(report), by: People.mediator)?.isWrongStage == true)
    try matter.file(.withdrawMediation, by: People.client)
    #expect(matter.status == .mediationWithdrawn)
    let settled = MediatorReport(occurred: true, terminated: true, settled: true, attending: [])
    #expect(matter.condition(.reportMediation(settled), by: People.mediator) == .agreementUnsigned)
    try matter.file(.addMediationNote(.own), by: People.mediator)
    try matter.file(.reportMediation(report), by: People.mediator)
    #expect(matter.dispute.standings(of: People.mediator).isEmpty)
    #expect(matter.refusal(.reportMediation(report), by: People.mediator) == .notFound)
    #expect(matter.dispute.caseFile.mediatorReport == report)
  }

  @Test func aSettlementSignedInMediationIsReported() throws {
    var matter = try Matter.inSession()
    try matter.settle([700_000])
    #expect(matter.condition(.withdrawMediation) == .settlementInForce)
    let report = MediatorReport(
      occurred: true, terminated: true, settled: true, attending: [.claimant, .respondent])
    try matter.file(.reportMediation(report), by: People.mediator)
    try matter.pay(700_000)
    #expect(matter.dispute.caseFile.outcome == .settledPerformed)
    #expect(matter.dispute.caseFile.mediationEndedAt != nil)
  }

  @Test func callsAndNotesBelongToTheMediationOnceItBegan() throws {
    var matter = try Matter.graceExpired()
    let call = Command.logCall(
      CallNote(direction: .incoming, startedAt: matter.now, durationSeconds: 1, outcome: .reached))
    try matter.file(call)
    #expect(matter.refusal(.addNote(.mediation))?.isWrongStage == true)
    try matter.agreeToMediate()
    try matter.file(call, by: People.client)
    #expect(matter.dispute.records[.partyPrivate(.claimant)]?.calls.count == 1)
    #expect(matter.dispute.records[.mediation]?.calls.count == 1)
    try matter.file(.addNote(.mediation), by: People.client)
    try matter.file(.addNote(.caucus(.respondent)), by: People.client)
    for place in [
      Compartment.partyPrivate(.claimant), .caucus(.claimant), .internal, .neutralPrivate,
      .caseFile, .deliberation,
    ] {
      #expect(matter.refusal(.addNote(place), by: People.client)?.isNotPermitted == true)
    }
  }
}
