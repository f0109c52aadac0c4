import ParleyDomain
import Testing

/// A party contests what was recorded for it (T31).
@Suite struct ContestTests {
  private func paper(_ matter: inout Matter, in place: Compartment = .caseFile) throws
    -> RecordedAct
  {
    RecordedAct(
      side: .respondent, exhibit: try matter.addExhibit(.email, in: place),
      receivedAt: matter.now)
  }

  private func join(_ matter: inout Matter) throws {
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
  }

  private func contest(_ number: Int, _ place: Compartment = .caseFile) -> Command {
    .contestRecorded(RecordedActID(compartment: place, number: number))
  }

  private func acts(_ matter: Matter, _ place: Compartment = .caseFile) -> [RecordedEntry] {
    matter.dispute.records[place]?.recordedActs ?? []
  }

  private let answer = Command.respond([
    ItemAnswer(item: 1, kind: .admit), ItemAnswer(item: 2, kind: .admit),
  ])

  @Test func anAnswerIsTakenBackAndTheDisputeStandsBeforeIt() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(.sendReminder(.letter))
    try matter.serve()
    try matter.file(answer, recordedFor: paper(&matter))
    #expect(matter.status == .admitted)
    #expect(acts(matter).map(\.state) == [.standing])
    try join(&matter)
    try matter.file(contest(1), by: People.client)
    #expect(acts(matter).map(\.state) == [.takenBack])
    #expect(matter.status == .demandServed)
    #expect(matter.dispute.caseFile.items.allSatisfy { $0.standing == .claimed })
    #expect(!matter.dispute.caseFile.respondentAnswered)
    #expect(matter.refusal(contest(1), by: People.client) != nil)
    try matter.file(
      .respond([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    #expect(matter.status == .contested)
  }

  @Test func whereTheGraceIsOverItGoesBackToThat() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(.sendReminder(.letter))
    try matter.serve()
    matter.advance(days: 16)
    try matter.file(answer, recordedFor: paper(&matter))
    try join(&matter)
    try matter.file(contest(1), by: People.client)
    #expect(matter.status == .graceExpired)
    var early = try Matter.filed(joined: false)
    try early.file(answer, recordedFor: paper(&early))
    try join(&early)
    try early.file(contest(1), by: People.client)
    #expect(early.status == .filed)
  }

  @Test func theTimeBeginsWhenThePartyJoinsAndEndsAfterSevenDays() throws {
    var matter = try Matter.filed(joined: false)
    let letter = try paper(&matter)
    #expect(matter.condition(contest(1), recordedFor: letter) == .noRecordedAct)
    try matter.file(answer, recordedFor: paper(&matter))
    matter.advance(days: 30)
    #expect(!matter.dispute.deadlines.contains { $0.kind == .recordedContest })
    try join(&matter)
    let due = try #require(
      matter.dispute.deadlines.first { $0.kind == .recordedContest }?.dueAt)
    #expect(matter.zone.date(at: due) == matter.today.adding(days: 8))
    var before = matter
    before.advance(to: due.adding(milliseconds: -1))
    #expect(before.refusal(contest(1), by: People.client) == nil)
    matter.advance(to: due)
    #expect(matter.condition(contest(1), by: People.client) == .contestPeriodOver)
    matter.fire()
    #expect(matter.events.last == .contestPeriodEnded)
    #expect(matter.condition(contest(1), by: People.client) == .contestPeriodOver)
    #expect(matter.status == .admitted)
  }

  @Test func onlyThePartyContestsIt() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(answer, recordedFor: paper(&matter))
    try join(&matter)
    for person in [People.broker, People.administrator] {
      #expect(matter.refusal(contest(1), by: person)?.isNotPermitted == true)
    }
    #expect(matter.refusal(contest(2), by: People.client) == .notFound)
    #expect(matter.refusal(contest(1, .internal), by: People.client) == .notFound)
  }

  @Test func aLetterContestsForWhoNeverJoins() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(answer, recordedFor: paper(&matter))
    try matter.file(contest(1), recordedFor: paper(&matter))
    #expect(acts(matter).map(\.state) == [.takenBack])
  }

  @Test func anOpenOfferIsWithdrawnAndAReportStruck() throws {
    var matter = try Matter.filed(joined: false)
    let offer = try matter.plan([500_000])
    try matter.file(.makeOffer(offer), recordedFor: paper(&matter, in: .settlement))
    try matter.file(
      .reportPayment(PaymentReport(amount: euro(100), paidOn: matter.today)),
      recordedFor: paper(&matter))
    try join(&matter)
    // One window for each compartment, so that who sees the case alone learns of no offer.
    #expect(
      Set(matter.dispute.deadlines.map(\.kind)).isSuperset(of: [
        .recordedContest, .settlementContest,
      ]))
    let seen = try #require(matter.dispute.seen(with: [.arbitratorNominee]))
    #expect(!seen.deadlines.contains { $0.kind == .settlementContest })
    try matter.file(contest(1, .settlement), by: People.client)
    #expect(matter.dispute.settlement.offers.map(\.step) == [.withdrawn])
    #expect(matter.dispute.settlement.state == .none)
    try matter.file(contest(1), by: People.client)
    #expect(matter.dispute.caseFile.reports.isEmpty)
  }

  @Test func whatCannotBeUndoneIsMarked() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(.sendReminder(.letter))
    try matter.serve()
    matter.advance(days: 16)
    try matter.file(.proposeMediation)
    try matter.file(.declineMediation, recordedFor: paper(&matter))
    try join(&matter)
    try matter.file(contest(1), by: People.client)
    #expect(acts(matter).map(\.state) == [.contested])
    #expect(matter.status == .negotiationImpasse)
    #expect(
      matter.condition(
        .ruleOnContest(RecordedActID(compartment: .caseFile, number: 1), upheld: true),
        by: People.administrator) == .noContest)
  }

  @Test func anAnswerToTheDemandGivesItsTimeBack() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(.sendReminder(.letter))
    try matter.serve()
    matter.advance(days: 16)
    try matter.demandArbitration()
    try matter.file(
      .answerDemand([ItemAnswer(item: 1, kind: .admit)]), recordedFor: paper(&matter))
    try join(&matter)
    try matter.file(contest(1), by: People.client)
    #expect(matter.status == .arbitrationDemanded)
    #expect(matter.dispute.caseFile.arbitration?.answers == nil)
    let due = try #require(matter.dispute.deadlines.first { $0.kind == .answer }?.dueAt)
    #expect(matter.zone.date(at: due) == matter.today.adding(days: 15))
    try matter.file(.answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    #expect(matter.status == .answered)
  }

  /// A settlement signed on paper by an administrator, for a party that says it never did.
  private func settledOnPaper() throws -> Matter {
    var matter = try Matter.filed(joined: false)
    try matter.file(.makeOffer(matter.plan([700_000])))
    let act = try paper(&matter, in: .settlement)
    try matter.file(
      .acceptOffer(number: 1, agreement: hash("d")), by: People.administrator, recordedFor: act)
    try matter.sign(by: People.broker)
    try matter.file(
      .signAgreement(Signature(document: hash("d"), authority: .principal)),
      by: People.administrator, recordedFor: act)
    #expect(matter.dispute.settlement.state == .performing)
    try join(&matter)
    return matter
  }

  private let ruling = RecordedActID(compartment: .settlement, number: 2)
  private let colleague = Actor(
    member: MemberID("ada"), organization: People.institution, roles: [.administrator])

  @Test func whatBindsNeedsARulingByAnother() throws {
    var matter = try settledOnPaper()
    #expect(
      matter.condition(.ruleOnContest(ruling, upheld: true), by: colleague) == .noContest)
    try matter.file(contest(2, .settlement), by: People.client)
    #expect(matter.dispute.settlement.state == .performing)
    #expect(
      matter.condition(.ruleOnContest(ruling, upheld: true), by: People.administrator)
        == .ownRecording)
    // Who rules sees that it is contested, and nothing of what was agreed.
    let seen = try #require(matter.dispute.seen(with: [.administrator]))
    #expect(seen.records[.settlement]?.recordedActs.map(\.number) == [2])
    #expect(seen.records[.settlement]?.words.isEmpty == true)
    #expect(seen.settlement == SettlementFile())
    var refused = matter
    try refused.file(.ruleOnContest(ruling, upheld: false), by: colleague)
    #expect(refused.dispute.settlement.state == .performing)
    #expect(acts(refused, .settlement).last?.state == .confirmed)
    try matter.file(.ruleOnContest(ruling, upheld: true), by: colleague)
    #expect(acts(matter, .settlement).last?.state == .setAside)
    #expect(matter.dispute.settlement.state == .none)
    #expect(matter.dispute.balance == (try euro(840_000)))
    #expect(
      matter.dispute.caseFile.items.allSatisfy { matter.dispute.standing(of: $0) == .claimed })
    #expect(
      matter.condition(.ruleOnContest(ruling, upheld: true), by: colleague) == .noContest)
  }

  @Test func aMediationThatWasNeverAgreedToEnds() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(.sendReminder(.letter))
    try matter.serve()
    matter.advance(days: 16)
    try matter.file(.proposeMediation)
    try matter.file(.consentMediation(groundRules: hash("b")))
    try matter.file(
      .consentMediation(groundRules: hash("b")), by: People.administrator,
      recordedFor: paper(&matter))
    #expect(matter.status == .mediationConsented)
    try join(&matter)
    try matter.file(contest(1), by: People.client)
    #expect(matter.status == .mediationConsented)
    let id = RecordedActID(compartment: .caseFile, number: 1)
    try matter.file(.ruleOnContest(id, upheld: true), by: colleague)
    #expect(matter.status == .mediationWithdrawn)
    #expect(
      LifeCycle.allows(
        Transition(from: .mediationConsented, to: .mediationWithdrawn, rule: "T31")))
  }

  @Test func nothingRecordedForAWrongPartyIsLeftToContest() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(
      .reportPayment(PaymentReport(amount: euro(100), paidOn: matter.today)),
      recordedFor: paper(&matter))
    try matter.file(
      .amendParty(PartyAmendment(replaces: true)),
      words: [Word("respondent.name", "The right one")])
    try join(&matter)
    #expect(matter.condition(contest(1), by: People.client) == .noRecordedAct)
    #expect(!matter.dispute.deadlines.contains { $0.kind == .recordedContest })
  }
}
