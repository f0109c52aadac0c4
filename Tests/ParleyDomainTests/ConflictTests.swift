import ParleyDomain
import Testing

/// What the registers know of a nominee, and what a nominee may not deny.
@Suite struct ConflictTests {
  private func findings(
    claimant: Int = 0, respondent: Int = 0, counsel: Int = 0,
    relations: [RelationKind: Int] = [:]
  ) -> ConflictFindings {
    ConflictFindings(
      seatsWithClaimant: claimant, seatsWithRespondent: respondent, seatsWithCounsel: counsel,
      relations: relations)
  }

  private func nominated(_ found: ConflictFindings) throws -> Matter {
    var matter = try Matter.graceExpired()
    try matter.agreeToMediate()
    matter.conflicts[People.mediator.member] = found
    try matter.file(.nominateNeutral(People.mediator.member), by: People.administrator)
    return matter
  }

  private func disclosure(_ hasConflict: Bool, accepts: Bool = true) -> Command {
    .discloseConflicts(
      ConflictDisclosure(hasConflict: hasConflict, acceptsAppointment: accepts))
  }

  private func denied(_ matter: Matter) -> [ConflictKind]? {
    guard
      case .conflictUndisclosed(let kinds, _) = matter.refusal(
        disclosure(false), by: People.mediator)
    else { return nil }
    return kinds
  }

  @Test func theNominationSaysWhatWasFoundInNumbersAndKinds() throws {
    let found = findings(claimant: 2, relations: [.family: 1, .counsel: 0])
    let matter = try nominated(found)
    #expect(matter.events.last == .conflictsChecked(.mediator, People.mediator.member, found))
    #expect(found.relations == [.family: 1])
    let nothing = try nominated(.none)
    #expect(
      nothing.events.last == .conflictsChecked(.mediator, People.mediator.member, .none))
    #expect(nothing.refusal(disclosure(false), by: People.mediator) == nil)
  }

  @Test func whatIsOnRegisterIsNotDenied() throws {
    #expect(denied(try nominated(findings(relations: [.family: 1]))) == [.family])
    #expect(
      denied(try nominated(findings(respondent: 11, counsel: 11, relations: [.other: 2])))
        == [.seatsWithRespondent, .seatsWithCounsel, .other])
  }

  @Test func seatsCountAboveTheNumberOfTheProfile() throws {
    let most = RuleProfile.generic.pastSeatsMax
    #expect(denied(try nominated(findings(claimant: most))) == nil)
    #expect(denied(try nominated(findings(claimant: most + 1))) == [.seatsWithClaimant])
  }

  @Test func aDisclosedConflictIsWaivedByAllAndOneWhoDeclinesDisclosesNothing() throws {
    var matter = try nominated(findings(relations: [.financial: 1]))
    #expect(matter.refusal(disclosure(false, accepts: false), by: People.mediator) == nil)
    try matter.file(disclosure(true), by: People.mediator)
    let appointment = Command.appointNeutral(People.mediator.member)
    matter.advance(days: 8)
    #expect(
      matter.condition(appointment, by: People.administrator) == .conflictNotWaived)
    try matter.file(.waiveConflict)
    try matter.file(.waiveConflict, by: People.client)
    try matter.file(appointment, by: People.administrator)
    #expect(matter.status == .inSession)
  }

  /// What is learned after the nomination counts, and what was put right as well.
  @Test func theRegisterOfTheMomentOfDisclosureCounts() throws {
    var matter = try nominated(.none)
    matter.conflicts[People.mediator.member] = findings(relations: [.employment: 1])
    #expect(denied(matter) == [.employment])
    var mended = try nominated(findings(relations: [.employment: 1]))
    mended.conflicts[People.mediator.member] = ConflictFindings.none
    #expect(denied(mended) == nil)
    mended.conflicts = [:]
    #expect(denied(mended) == [.employment])
  }

  @Test func whoSitsDeniesNothingEither() throws {
    var matter = try nominated(.none)
    try matter.file(disclosure(false), by: People.mediator)
    matter.advance(days: 8)
    try matter.file(.appointNeutral(People.mediator.member), by: People.administrator)
    matter.conflicts[People.mediator.member] = findings(relations: [.family: 1])
    #expect(denied(matter) == [.family])
    #expect(matter.refusal(disclosure(true), by: People.mediator) == nil)
  }
}
