import ParleyDomain
import Testing

@Suite struct HoldTests {
  private func hold(_ kind: HoldKind, days: Int? = nil, _ matter: Matter) -> Command {
    .placeHold(HoldTerms(kind: kind, until: days.map { matter.today.adding(days: $0) }))
  }

  private func individual() throws -> Matter {
    var matter = try Matter.draft(debtor: .individual)
    try matter.file(.fileDispute)
    try matter.file(.sendReminder(.email))
    try matter.serve()
    return matter
  }

  @Test func aMoratoriumMovesEachPendingDeadlineByExactlyItsSpan() throws {
    var matter = try individual()
    try matter.file(.makeOffer(matter.plan([100_000])))
    let before = matter.dispute.deadlines
    matter.now = matter.now.adding(milliseconds: 3_723_004)
    let placedAt = matter.now
    try matter.file(hold(.breathingSpace, matter), by: People.supervisor)
    #expect(!matter.dispute.deadlines.contains { $0.kind == .grace })
    #expect(matter.dispute.stillDeadlines.map(\.kind) == [.grace])
    matter.advance(days: 40)
    #expect(matter.status == .demandServed)
    matter.now = matter.now.adding(milliseconds: 77)
    try matter.file(.liftHold(number: 1), by: People.supervisor)
    let span = matter.now.milliseconds - placedAt.milliseconds
    for deadline in before {
      let after = matter.dispute.deadlines.first { $0.kind == deadline.kind }
      switch deadline.kind {
      // An offer stands as long as its maker said; limitation is not stopped by a respite.
      case .offerExpiry: #expect(after == nil)
      case .limitation: #expect(after?.dueAt == deadline.dueAt)
      default: #expect(after?.dueAt == deadline.dueAt.adding(milliseconds: span))
      }
    }
    #expect(before.contains { $0.kind == .grace })
  }

  @Test func holdsThatOverlapCountOnce() throws {
    var matter = try individual()
    let grace = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    let placedAt = matter.now
    try matter.file(hold(.breathingSpace, matter), by: People.supervisor)
    matter.advance(days: 5)
    try matter.file(hold(.administrative, matter), by: People.administrator)
    matter.advance(days: 5)
    try matter.file(.liftHold(number: 1), by: People.supervisor)
    matter.advance(days: 5)
    try matter.file(.liftHold(number: 2), by: People.supervisor)
    let span = matter.now.milliseconds - placedAt.milliseconds
    let after = matter.dispute.deadlines.first { $0.kind == .grace }
    #expect(after?.dueAt == grace.dueAt.adding(milliseconds: span))
  }

  @Test func aHoldEndsByItselfAtItsInstantAndOnce() throws {
    var matter = try individual()
    try matter.file(hold(.breathingSpace, days: 60, matter), by: People.supervisor)
    let ends = try #require(matter.dispute.caseFile.holds.first?.endsAt)
    matter.advance(to: ends.adding(milliseconds: -1000))
    matter.fire()
    #expect(matter.dispute.caseFile.holds.first?.isInForce == true)
    matter.advance(to: ends)
    matter.fire()
    matter.fire()
    #expect(matter.dispute.caseFile.holds.first?.endedAt == ends)
    #expect(matter.events.filter { $0 == .holdEnded(number: 1) }.count == 1)
  }

  @Test func whatAHoldBlocksIsRefusedWithItsKindItsEndAndWhoLiftsIt() throws {
    var matter = try individual()
    try matter.file(hold(.breathingSpace, days: 30, matter), by: People.supervisor)
    let ends = matter.dispute.caseFile.holds.first?.endsAt
    let refusal = matter.refusal(.sendReminder(.email))
    #expect(
      refusal
        == .unmet(
          .holdBreathingSpace, .sendReminder, rule: "T4", earliest: ends,
          next: NextStep(.liftHold, by: .supervisor)))
    // The respondent may still act.
    #expect(
      matter.refusal(
        .respond([ItemAnswer(item: 1, kind: .admit)]), by: People.administrator) != nil)
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    #expect(
      matter.refusal(.respond([ItemAnswer(item: 1, kind: .admit)]), by: People.client) == nil)
  }

  @Test func aRespiteIsForIndividualsAndOnceAYear() throws {
    var business = try Matter.served()
    #expect(
      business.condition(hold(.breathingSpace, business), by: People.supervisor)
        == .individualsOnly)
    business = try individual()
    #expect(
      business.refusal(hold(.breathingSpace, days: 61, business), by: People.supervisor)?.fields
        == ["until_date"])
    try business.file(hold(.breathingSpace, business), by: People.supervisor)
    let again = business.refusal(hold(.breathingSpace, business), by: People.supervisor)
    #expect(again == .alreadyExists(what: "hold"))
    business.advance(days: 60)
    try business.file(.liftHold(number: 1), by: People.supervisor)
    #expect(
      business.condition(hold(.breathingSpace, business), by: People.supervisor)
        == .respiteTooSoon)
    business.now = business.now.adding(hours: 305 * 24)
    #expect(
      business.condition(hold(.breathingSpace, business), by: People.supervisor) == nil)
  }

  @Test func anAgreementToTollNeedsItsPaperAndStopsLimitationAlone() throws {
    var matter = try Matter.served()
    #expect(
      matter.condition(hold(.tollingAgreement, matter), by: People.supervisor)
        == .documentMissing)
    let paper = try matter.addExhibit()
    let before = matter.dispute.deadlines
    let placedAt = matter.now
    try matter.file(
      .placeHold(HoldTerms(kind: .tollingAgreement, document: paper)), by: People.supervisor)
    matter.advance(days: 3)
    try matter.file(.liftHold(number: 1), by: People.supervisor)
    let span = matter.now.milliseconds - placedAt.milliseconds
    for deadline in before {
      let after = matter.dispute.deadlines.first { $0.kind == deadline.kind }
      let moved = deadline.kind == .limitation ? span : 0
      #expect(after?.dueAt == deadline.dueAt.adding(milliseconds: moved))
    }
  }

  @Test func onlySupervisorsInstitutionsAndSolePrincipalsPlaceHolds() throws {
    let matter = try Matter.served()
    let command = hold(.administrative, matter)
    for person in [People.broker, People.client, People.mediator] {
      #expect(matter.refusal(command, by: person) != nil)
    }
    for person in [People.supervisor, People.administrator, People.principal] {
      #expect(matter.refusal(command, by: person) == nil)
    }
    #expect(
      matter.refusal(hold(.neutralVacancy, matter), by: People.supervisor)?.fields == ["kind"])
  }
}
