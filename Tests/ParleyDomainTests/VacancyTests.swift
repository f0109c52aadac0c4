import ParleyDomain
import Testing

/// Neutrals who leave: conflicts learned of late, recusal, and what the successor gets.
@Suite struct VacancyTests {
  private let conflict = Command.discloseConflicts(
    ConflictDisclosure(hasConflict: true, acceptsAppointment: true))

  @Test func aConflictLearnedOfLaterIsDisclosedObjectedToAndRuledOn() throws {
    var matter = try Matter.recordClosed()
    #expect(matter.condition(.objectToNeutral(.relationship)) == .disclosureMissing)
    try matter.file(conflict, by: People.arbitrator)
    #expect(matter.dispute.standings(of: People.arbitrator) == [.arbitrator])
    try matter.file(.objectToNeutral(.relationship), by: People.client)
    #expect(
      matter.condition(.issueAward(try matter.award()), by: People.arbitrator)
        == .objectionPending)
    var denied = matter
    try denied.file(.ruleOnObjection(upheld: false), by: People.administrator)
    #expect(denied.status == .recordClosed)
    #expect(
      denied.condition(.issueAward(try denied.award()), by: People.arbitrator) == nil)
    try matter.file(.ruleOnObjection(upheld: true), by: People.administrator)
    #expect(matter.status == .answered)
    #expect(matter.dispute.standings(of: People.arbitrator).isEmpty)
    #expect(matter.dispute.caseFile.holds.last?.terms.kind == .neutralVacancy)
    #expect(matter.condition(.liftHold(number: 1), by: People.supervisor) == .noSuchHold)
    try matter.seat(People.both)
    #expect(matter.dispute.caseFile.holds.last?.isInForce == false)
  }

  @Test func theWindowToObjectIsThatOfTheDisclosure() throws {
    var matter = try Matter.constituted()
    try matter.file(conflict, by: People.arbitrator)
    matter.advance(days: 8)
    #expect(
      matter.condition(.objectToNeutral(.relationship), by: People.client)
        == .objectionWindowOver)
  }

  @Test func aSuccessorGetsTheCaseFileAndNoDeliberation() throws {
    var matter = try Matter.recordClosed()
    try matter.file(.addDeliberationNote, by: People.arbitrator)
    try matter.file(.recuseNeutral, by: People.arbitrator)
    #expect(matter.status == .answered)
    #expect(matter.refusal(.addDeliberationNote, by: People.arbitrator) == .notFound)
    try matter.seat(People.both)
    let seen = try #require(matter.dispute.seen(with: [.arbitrator]))
    #expect(Set(seen.records.keys) == [.caseFile])
    #expect(sight(of: .deliberation, for: [.arbitrator], in: matter.dispute) == .none)
    #expect(matter.dispute.caseFile.arbitration?.recordClosedAt == nil)
    #expect(matter.condition(.addDeliberationNote, by: People.both) == .predecessorsNotes)
  }

  @Test func whatWasConfidedToOneMediatorIsNotTheNextOnes() throws {
    var matter = try Matter.inSession()
    try matter.file(.scheduleSession(startsAt: matter.now.adding(hours: 1)), by: People.mediator)
    try matter.file(
      .openSession(number: 1, attending: [.claimant, .respondent]), by: People.mediator)
    try matter.file(.addMediationNote(.caucus(.respondent)), by: People.mediator)
    try matter.file(.addMediationNote(.own), by: People.mediator)
    let window = try #require(matter.dispute.deadlines.first { $0.kind == .mediationWindow })
    let leftAt = matter.now
    try matter.file(.recuseNeutral, by: People.mediator)
    #expect(matter.status == .mediationConsented)
    #expect(matter.dispute.caseFile.sessions.allSatisfy { $0.step == .ended })
    try matter.seat(People.both)
    for place in [Compartment.caucus(.respondent), .neutralPrivate] {
      #expect(sight(of: place, for: [.mediator], in: matter.dispute) == .none)
    }
    #expect(
      matter.condition(.addMediationNote(.own), by: People.both) == .predecessorsNotes)
    #expect(sight(of: .caucus(.respondent), for: [.respondent], in: matter.dispute) == .full)
    #expect(sight(of: .mediation, for: [.mediator], in: matter.dispute) == .full)
    // The time without a mediator does not count.
    let after = try #require(matter.dispute.deadlines.first { $0.kind == .mediationWindow })
    let span = matter.now.milliseconds - leftAt.milliseconds
    #expect(after.dueAt == window.dueAt.adding(milliseconds: span))
  }

  @Test func nobodyElseLeavesForThem() throws {
    let matter = try Matter.constituted()
    for person in [People.broker, People.client, People.administrator] {
      #expect(matter.refusal(.recuseNeutral, by: person)?.isNotPermitted == true)
    }
  }
}
