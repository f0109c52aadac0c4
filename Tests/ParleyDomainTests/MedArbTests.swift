import ParleyDomain
import ParleyProfiles
import Testing

/// Whether who mediated a matter may arbitrate it.
@Suite struct MedArbTests {
  /// Somebody who mediated in vain, and whose task is over or not; arbitration is demanded and
  /// answered.
  private func afterImpasse(
    reported: Bool = true, noted: Bool = false
  ) throws -> Matter {
    var matter = try Matter.graceExpired()
    try matter.agreeToMediate()
    try matter.seat(People.both)
    if noted { try matter.file(.addMediationNote(.own), by: People.both) }
    try matter.file(.declareMediationImpasse, by: People.both)
    if reported {
      try matter.file(
        .reportMediation(
          MediatorReport(occurred: true, terminated: true, settled: false, attending: [])),
        by: People.both)
    }
    return matter
  }

  private func answered(_ matter: inout Matter) throws {
    try matter.demandArbitration(.attempted)
    try matter.file(.answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
  }

  private var nomination: Command { .nominateNeutral(People.both.member) }

  private func missing(_ matter: Matter) -> NextStep? {
    guard
      case .unmet(.mediatorOfSameMatter, _, _, _, let next) = matter.refusal(
        nomination, by: People.administrator)
    else { return nil }
    return next
  }

  @Test func onlyWithTheConsentOfAllOnOnePaper() throws {
    var matter = try afterImpasse()
    let paper = try matter.addExhibit()
    let other = try matter.addExhibit(hash: "b")
    try matter.file(.consentMedArb(paper: paper))
    #expect(matter.condition(.consentMedArb(paper: paper)) == .alreadySigned)
    #expect(
      matter.condition(.consentMedArb(paper: other), by: People.client) == .medArbPaperDiffers)
    try answered(&matter)
    #expect(missing(matter) == NextStep(.consentMedArb, by: .respondent))
    let absent = ExhibitID(compartment: .caseFile, number: 9)
    #expect(
      matter.condition(.consentMedArb(paper: absent), by: People.client) == .documentMissing)
    try matter.file(.consentMedArb(paper: paper), by: People.client)
    try matter.seat(People.both)
    #expect(matter.dispute.standings(of: People.both) == [.arbitrator])
  }

  @Test func consentComesAfterTheImpasseAndBeforeANomination() throws {
    var session = try Matter.inSession()
    let early = try session.addExhibit()
    #expect(session.refusal(.consentMedArb(paper: early))?.isWrongStage == true)
    var matter = try afterImpasse()
    let paper = try matter.addExhibit()
    try answered(&matter)
    #expect(missing(matter) == NextStep(.consentMedArb, by: .claimant))
    try matter.file(
      .nominateNeutral(People.arbitrator.member), by: People.administrator)
    #expect(matter.refusal(.consentMedArb(paper: paper))?.isWrongStage == true)
  }

  @Test func neverWhereTheRulesSayNever() throws {
    var matter = try afterImpasse()
    matter.profile = try #require(
      try ProfileShelf(tables: ProfileShelf.ownTables).profiles["finra-like-2026.1"])
    let paper = try matter.addExhibit()
    #expect(matter.condition(.consentMedArb(paper: paper)) == .medArbNotAllowed)
    try answered(&matter)
    #expect(
      matter.condition(nomination, by: People.administrator) == .mediatorOfSameMatter)
    #expect(missing(matter) == nil)
  }

  @Test func nobodyConsentsWhereNobodyMediated() throws {
    var matter = try Matter.graceExpired()
    try matter.demandArbitration()
    let paper = try matter.addExhibit()
    #expect(matter.condition(.consentMedArb(paper: paper)) == .noMediator)
  }

  @Test func aMediatorWhoLeftHasHeardAllTheSame() throws {
    var matter = try Matter.graceExpired()
    try matter.agreeToMediate()
    try matter.seat(People.both)
    try matter.file(.recuseNeutral, by: People.both)
    try matter.file(.withdrawMediation)
    try answered(&matter)
    #expect(missing(matter) == NextStep(.consentMedArb, by: .claimant))
  }

  /// Sight follows the seat: what was confided to the mediator is closed to the arbitrator, and own
  /// notes ended with the discharge.
  @Test func whatTheMediatorLearnedStaysInTheMediation() throws {
    var matter = try afterImpasse(reported: false, noted: true)
    let paper = try matter.addExhibit()
    try matter.file(.consentMedArb(paper: paper))
    try matter.file(.consentMedArb(paper: paper), by: People.client)
    try answered(&matter)
    #expect(
      matter.condition(nomination, by: People.administrator) == .mediatorNotDischarged)
    try matter.file(
      .reportMediation(
        MediatorReport(occurred: true, terminated: true, settled: false, attending: [])),
      by: People.both)
    #expect(matter.dispute.standings(of: People.both).isEmpty)
    try matter.file(nomination, by: People.administrator)
    for standings in [matter.dispute.standings(of: People.both), [.arbitrator]] {
      let seen = try #require(matter.dispute.seen(with: standings))
      #expect(Set(seen.records.keys) == [.caseFile])
      #expect(seen.mediation.caucuses.isEmpty)
      for place in Compartment.all where place != .caseFile && place != .deliberation {
        #expect(sight(of: place, for: standings, in: matter.dispute) == .none, "\(place)")
      }
    }
    try matter.file(
      .discloseConflicts(ConflictDisclosure(hasConflict: false, acceptsAppointment: true)),
      by: People.both)
    matter.advance(days: 8)
    try matter.file(.appointNeutral(People.both.member), by: People.administrator)
    #expect(matter.refusal(.addMediationNote(.own), by: People.both)?.isNotPermitted == true)
  }
}
