import ParleyDomain
import Testing

@Suite struct IntakeTests {
  @Test func aDraftIsTheClaimantsOwn() throws {
    let matter = try Matter.draft()
    #expect(matter.dispute.standings(of: People.broker) == [.claimant])
    #expect(matter.dispute.standings(of: People.supervisor) == [.claimant, .supervisor])
    #expect(matter.refusal(.fileDispute, by: People.administrator) == .notFound)
    #expect(matter.refusal(.fileDispute, by: People.auditor) == .notFound)
    #expect(matter.refusal(.fileDispute, by: People.stranger) == .notFound)
    #expect(matter.dispute.seen(with: [.administrator]) == nil)
    #expect(matter.dispute.seen(with: [.claimant]) == matter.dispute)
  }

  @Test func aDraftNamesEveryProblemAtOnce() throws {
    let opening = DisputeOpening(
      debtorKind: .business, collectorKind: .firstParty, jurisdiction: "",
      contractForm: .verbal, contractType: .services, clauses: [],
      items: [
        ClaimItem(
          number: 1, issued: nil, due: CivilDate(daysSinceEpoch: 20_000), amount: try euro(1)),
        ClaimItem(
          number: 2, issued: nil, due: CivilDate(daysSinceEpoch: 20_000),
          amount: Money(minorUnits: 0, currency: try #require(Currency(code: "USD")))),
      ], limitation: CivilDate(daysSinceEpoch: 30_000))
    let filing = Filing(
      actor: People.broker, command: .createDispute(opening),
      words: [
        Word("respondent.name", " "), Word("item.1.number", "A\u{7}"), Word("item.9.number", "X"),
      ])
    let given = Given(now: Instant(milliseconds: 0), zone: .utc, profile: .generic)
    do throws(Refusal) {
      _ = try Dispute.open(id: DisputeID("7k3qm2xw"), filing: filing, given: given)
      Issue.record("nothing was refused")
    } catch {
      #expect(
        error.fields.sorted() == [
          "item.1.number", "item.2.number", "item.9.number", "items[1].amount", "jurisdiction",
          "limitation.source", "respondent.name",
        ])
    }
  }

  @Test func sumsBeyondTheRangeAreRefusedNotTrapped() throws {
    #expect(throws: Refusal.self) { try Matter.draft(amounts: [.max, .max]) }
    var matter = try Matter.draft(amounts: [.max])
    try matter.file(.fileDispute)
    #expect(matter.dispute.balance.minorUnits == .max)
    try matter.pay(.max)
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
  }

  @Test func onlyABrokerOpens() throws {
    let draft = try Matter.draft()
    let filing = Filing(
      actor: People.client, command: .createDispute(draft.dispute.caseFile.opening))
    #expect(throws: Refusal.notPermitted(.createDispute, needs: [.claimant])) {
      try Dispute.open(id: DisputeID("7k3qm2xw"), filing: filing, given: draft.given)
    }
  }

  @Test func filingNeedsAContactDueItemsAndNoDuplicate() throws {
    var matter = try Matter.draft()
    let twice = matter.given(duplicates: [1: DisputeID("00000000")])
    #expect(throws: Refusal.self) {
      try matter.dispute.decide(
        Filing(actor: People.broker, command: .fileDispute), given: twice)
    }
    matter.now = matter.now.adding(hours: -24 * 31)
    #expect(matter.condition(.fileDispute) == .itemNotDue)
    let due = matter.refusal(.fileDispute)?.earliest
    matter.now = try #require(due)
    #expect(matter.refusal(.fileDispute) == nil)
    matter.dispute.records = [:]
    #expect(matter.condition(.fileDispute) == .respondentContactMissing)
  }

  @Test func aDeficiencyIsCuredInTimeOrEndsTheCase() throws {
    var cured = try Matter.filed()
    try cured.file(.markDeficient, by: People.administrator)
    #expect(cured.status == .deficient)
    #expect(cured.refusal(.sendReminder(.email))?.isWrongStage == true)
    try cured.file(.cureDeficiency)
    #expect(cured.status == .filed)
    cured.advance(days: 30)
    #expect(cured.status == .filed)

    var left = try Matter.filed()
    try left.file(.markDeficient, by: People.administrator)
    left.advance(days: 15)
    #expect(left.dispute.caseFile.outcome == .withdrawnWithoutPrejudice)
    #expect(left.refusal(.markDeficient, by: People.broker)?.isNotPermitted == true)
  }

  @Test func aDraftIsDiscarded() throws {
    var matter = try Matter.draft()
    try matter.file(.discardDraft)
    #expect(matter.dispute.caseFile.outcome == .discarded)
    #expect(matter.refusal(.fileDispute, by: People.administrator) == .notFound)
  }

  @Test func aSeatIsTakenOnceByWhoWasInvited() throws {
    var matter = try Matter.filed(joined: false)
    let join = Command.joinDispute(.respondent, counsel: false)
    #expect(matter.refusal(join, by: People.client) == .notFound)
    try matter.file(.inviteParty(.respondent, counsel: false))
    #expect(matter.condition(join, by: People.broker) == .conflictOfInterest)
    try matter.file(join, by: People.client)
    #expect(matter.dispute.standings(of: People.client) == [.respondent])
    #expect(matter.condition(join, by: People.client) == .alreadyJoined)
    #expect(matter.condition(.inviteParty(.respondent, counsel: false)) == .alreadyJoined)
    #expect(matter.refusal(.inviteParty(.respondent, counsel: true))?.isNotPermitted == true)
    try matter.file(.inviteParty(.respondent, counsel: true), by: People.client)
    try matter.file(.joinDispute(.respondent, counsel: true), by: People.counsel)
    #expect(matter.dispute.standings(of: People.counsel) == [.respondentCounsel])
    #expect(matter.refusal(.inviteParty(.claimant, counsel: false))?.fields == ["side"])
  }

  @Test func theOwnerIsOfTheSameOrganization() throws {
    var matter = try Matter.filed()
    #expect(matter.condition(.assignOwner(People.stranger.member)) == .otherOrganization)
    try matter.file(.assignOwner(People.supervisor.member))
    #expect(matter.dispute.caseFile.owner == People.supervisor.member)
    #expect(
      matter.refusal(.assignOwner(People.supervisor.member)) == .alreadyExists(what: "owner"))
  }
}
