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
  }

  private let second = Compartment.later(.deliberation, term: 2)

  @Test func aSuccessorKeepsNotesOfOnesOwnFromTheFirst() throws {
    var matter = try Matter.recordClosed()
    try matter.file(.addDeliberationNote, by: People.arbitrator)
    _ = try matter.addExhibit(in: .deliberation, by: People.arbitrator)
    _ = try matter.addExhibit(in: .deliberation, by: People.arbitrator)
    try matter.file(.recuseNeutral, by: People.arbitrator)
    try matter.seat(People.both)
    let noted = try matter.file(.addDeliberationNote, by: People.both)
    #expect(noted.map(\.compartment) == [second])
    #expect(noted.first?.words.map(\.path) == ["note.1.text"])
    let exhibit = try matter.addExhibit(in: .deliberation, by: People.both)
    #expect(matter.log.last?.entry.compartment == second)
    #expect(exhibit.number == 1)
    #expect(matter.log.last?.entry.words.contains { $0.path == "exhibit.D2-1.title" } == true)
    let seen = try #require(matter.dispute.seen(with: [.arbitrator]))
    #expect(Set(seen.records.keys) == [.caseFile, second])
    // Who left is nobody here, and no party reads either.
    for standings in [[Standing.claimant], [.respondent], [.administrator], [.mediator]] {
      #expect(sight(of: second, for: Set(standings), in: matter.dispute) == .none)
    }
    #expect(matter.dispute.standings(of: People.arbitrator).isEmpty)
  }

  @Test func whoeverDecidesAfterAnAwardWasSetAsideReadsNoneOfIt() throws {
    var matter = try Matter.graceExpired()
    try matter.demandArbitration()
    matter.advance(days: 16)
    try matter.file(.requestDefault)
    try matter.seat(People.arbitrator)
    try matter.file(
      .issueOrder(
        ProceduralOrder(kind: .evidenceTimetable, due: matter.today.adding(days: 1))),
      by: People.arbitrator)
    matter.advance(days: 3)
    try matter.file(.closeRecord, by: People.arbitrator)
    try matter.file(.addDeliberationNote, by: People.arbitrator)
    try matter.file(.issueAward(matter.award()), by: People.arbitrator)
    try matter.file(
      .setAsideAward([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    try matter.seat(People.both)
    #expect(sight(of: .deliberation, for: [.arbitrator], in: matter.dispute) == .none)
    #expect(sight(of: second, for: [.arbitrator], in: matter.dispute) == .full)
  }

  @Test func tenuresThatHaveCompartmentsAreBounded() throws {
    var matter = try Matter.constituted()
    for _ in 1..<Compartment.termsMax {
      try matter.file(.addDeliberationNote, by: People.arbitrator)
      try matter.file(.recuseNeutral, by: People.arbitrator)
      try matter.seat(People.arbitrator)
    }
    let last = try matter.file(.addDeliberationNote, by: People.arbitrator)
    #expect(
      last.map(\.compartment) == [.later(.deliberation, term: Compartment.termsMax)])
    try matter.file(.recuseNeutral, by: People.arbitrator)
    try matter.seat(People.arbitrator)
    guard
      case .limitReached(let name, let maximum) = matter.refusal(
        .addDeliberationNote, by: People.arbitrator)
    else {
      Issue.record("a tenure beyond the last kept notes")
      return
    }
    #expect(name == "seat_terms_max" && maximum == Int64(Compartment.termsMax))
    let seen = try #require(matter.dispute.seen(with: [.arbitrator]))
    #expect(Set(seen.records.keys) == [.caseFile])
  }

  @Test func theRightPartyHasAPlaceOfItsOwn() throws {
    var matter = try Matter.filed()
    let own = Compartment.partyPrivate(.respondent)
    try matter.file(.addNote(own), by: People.client)
    try matter.file(
      .amendParty(PartyAmendment(replaces: true)),
      words: [Word("respondent.name", "The right one")])
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.counsel)
    let entries = try matter.file(.addNote(own), by: People.counsel)
    #expect(entries.map(\.compartment) == [.later(.respondentPrivate, term: 2)])
    let seen = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(Set(seen.records.keys) == [.caseFile, .later(.respondentPrivate, term: 2)])
    #expect(entries.first?.words.map(\.path) == ["note.1.text"])
  }

  @Test func namesOfCompartmentsAreStable() {
    #expect(Compartment.deliberation.code == "DELIBERATION")
    #expect(second.code == "DELIBERATION_2")
    #expect(Compartment.later(.caucus(.respondent), term: 3).code == "CAUCUS_RESPONDENT_3")
    #expect(Set(Compartment.all.map(\.code)).count == Compartment.all.count)
    #expect(Set(Compartment.all.map(\.exhibitPrefix)).count == Compartment.all.count)
    for place in Compartment.all { #expect(Compartment(code: place.code) == place) }
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
    let own = try matter.file(.addMediationNote(.own), by: People.both)
    #expect(own.map(\.compartment) == [.later(.neutralPrivate, term: 2)])
    // The party keeps reading what it confided, and confides anew to the next one.
    #expect(sight(of: .caucus(.respondent), for: [.respondent], in: matter.dispute) == .full)
    let confided = try matter.file(.addNote(.caucus(.respondent)), by: People.client)
    let again = Compartment.later(.caucus(.respondent), term: 2)
    #expect(confided.map(\.compartment) == [again])
    #expect(sight(of: again, for: [.mediator], in: matter.dispute) == .full)
    #expect(sight(of: again, for: [.claimant], in: matter.dispute) == .none)
    let party = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(Set(party.records.keys).isSuperset(of: [.caucus(.respondent), again]))
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
