import ParleyDomain
import Testing

@Suite struct SightTests {
  /// The matrix of the design, one row a compartment: who sees it in full, who its headers.
  @Test func theMatrix() throws {
    let matter = try Matter.filed()
    let parties: Set<Standing> = [
      .claimant, .supervisor, .respondent, .claimantCounsel, .respondentCounsel,
    ]
    let own: Set<Standing> = [.claimant, .supervisor, .claimantCounsel]
    let theirs: Set<Standing> = [.respondent, .respondentCounsel]
    let everybody = parties.union([
      .mediator, .arbitrator, .administrator, .mediatorNominee, .arbitratorNominee,
    ])
    let matrix: [(Compartment, full: Set<Standing>, headers: Set<Standing>)] = [
      (.caseFile, everybody, [.auditor]),
      (.partyPrivate(.claimant), own, []), (.partyPrivate(.respondent), theirs, []),
      (.settlement, parties.union([.mediator]), [.administrator]),
      (.mediation, parties.union([.mediator]), [.administrator, .auditor]),
      (.caucus(.claimant), own.union([.mediator]), []),
      (.caucus(.respondent), theirs.union([.mediator]), []),
      (.neutralPrivate, [.mediator], []), (.bid(.claimant), own, []),
      (.bid(.respondent), theirs, []), (.deliberation, [.arbitrator], []),
      (.internal, [.claimant, .supervisor], []),
    ]
    #expect(Set(matrix.map(\.0)) == Set(Compartment.all.map(\.base)))
    // Nobody has come after anybody: the compartments of later tenures are nobody's.
    for later in Compartment.all where later != later.base {
      for standing in Standing.allCases {
        #expect(sight(of: later, for: [standing], in: matter.dispute) == .none, "\(later)")
      }
    }
    for (compartment, full, headers) in matrix {
      for standing in Standing.allCases {
        let expected: Sight =
          full.contains(standing) ? .full : headers.contains(standing) ? .headers : .none
        #expect(
          sight(of: compartment, for: [standing], in: matter.dispute) == expected,
          "\(compartment) \(standing)")
      }
      #expect(sight(of: compartment, for: [], in: matter.dispute) == .none)
    }
  }

  @Test func standingsFollowOrganizationSeatAndRole() throws {
    var matter = try Matter.filed()
    let insider = Actor(
      member: MemberID("own-admin"), organization: People.house, roles: [.administrator])
    let partyAdministrator = Actor(
      member: People.client.member, organization: People.institution,
      roles: [.administrator, .client])
    #expect(matter.dispute.standings(of: insider).isEmpty)
    #expect(matter.dispute.standings(of: partyAdministrator) == [.respondent])
    #expect(matter.dispute.standings(of: People.administrator) == [.administrator])
    #expect(matter.dispute.standings(of: People.auditor) == [.auditor])
    #expect(matter.dispute.standings(of: People.stranger).isEmpty)
    #expect(matter.dispute.standings(of: People.mediator).isEmpty)
    matter.advance(days: 1)
    try matter.file(.respond([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    try matter.file(
      .serveDemand(
        DemandTerms(
          amount: matter.dispute.balance, graceDays: 14, contact: .waived, channel: .email)),
      words: [Word("demand.waiver", "Known")])
    matter.advance(days: 20)
    try matter.agreeToMediate()
    try matter.file(.nominateNeutral(People.mediator.member))
    #expect(matter.dispute.standings(of: People.mediator) == [.mediatorNominee])
  }

  /// A contract exhibit filed in negotiation; a mediation with an offer, a copy of the contract, a
  /// separate meeting and notes; then arbitration.
  @Test func theArbitratorSeesTheCaseAndNothingBesides() throws {
    var matter = try Matter.graceExpired()
    let contract = try matter.addExhibit()
    try matter.agreeToMediate()
    try matter.seat(People.mediator)
    let copy = try matter.addExhibit(in: .mediation, by: People.client, madeForMediation: true)
    try matter.file(.scheduleSession(startsAt: matter.now.adding(hours: 2)), by: People.mediator)
    try matter.file(
      .openSession(number: 1, attending: [.claimant, .respondent]), by: People.mediator)
    try matter.file(.openCaucus(session: 1, with: .respondent), by: People.mediator)
    try matter.file(
      .addMediationNote(.caucus(.respondent)), by: People.mediator,
      words: [Word("note.text", "Can pay 6,000")])
    try matter.file(.endCaucus(session: 1), by: People.mediator)
    try matter.file(.addMediationNote(.own), by: People.mediator)
    try matter.file(.makeOffer(matter.plan([600_000])), by: People.client)
    try matter.file(.rejectOffer(number: 1))
    try matter.file(.endSession(number: 1), by: People.mediator)
    try matter.file(.declareMediationImpasse, by: People.mediator)

    let broker = try #require(matter.dispute.seen(with: [.claimant]))
    #expect(broker.mediation.caucuses.map(\.with) == [.respondent])
    #expect(broker.records[.caucus(.respondent)] == nil)
    #expect(broker.records[.neutralPrivate] == nil)
    #expect(broker.exhibit(copy) != nil)

    try matter.demandArbitration(.attempted)
    try matter.file(.answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    #expect(
      matter.condition(.nominateNeutral(People.mediator.member), by: People.administrator)
        == .notOnPanel)
    try matter.seat(People.arbitrator)

    let seen = try #require(matter.dispute.seen(with: [.arbitrator]))
    #expect(seen.settlement == SettlementFile())
    #expect(seen.mediation == MediationFile())
    #expect(seen.approvals == InternalFile())
    #expect(Set(seen.records.keys).isSubset(of: [.caseFile, .deliberation]))
    #expect(seen.exhibit(contract) != nil)
    #expect(seen.exhibit(copy) == nil)
    #expect(seen.records[.caseFile]?.exhibits.map(\.id.number) == [1, 2])
    #expect(seen.deadlines.allSatisfy { $0.compartment == .caseFile })
    #expect(!seen.caseFile.sessions.isEmpty)
    // What the mediator may still see, the arbitrator may not; and the other way round.
    let mediated = try #require(matter.dispute.seen(with: [.mediator]))
    #expect(mediated.records[.deliberation] == nil)
  }

  @Test func theLastChangeIsTheLastOneSeen() throws {
    var matter = try Matter.constituted()
    let before = try #require(matter.dispute.seen(with: [.arbitrator])).changedAt
    matter.advance(days: 1)
    try matter.file(.makeOffer(matter.plan([800_000])))
    #expect(matter.dispute.seen(with: [.arbitrator])?.changedAt == before)
    #expect(matter.dispute.seen(with: [.respondent])?.changedAt == matter.now)
  }

  @Test func aSettlementDoesNotShowInWhatAnArbitratorIsAnswered() throws {
    var matter = try Matter.constituted()
    let due = matter.today.adding(days: 21)
    let order = Command.issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: due))
    try matter.file(order, by: People.arbitrator)
    var settled = matter
    try settled.settle([700_000])
    func answers(_ matter: Matter) -> [ActionVerdict] {
      matter.dispute.allowedActions(for: People.arbitrator, given: matter.given)
    }
    #expect(answers(matter) == answers(settled))
    #expect(matter.dispute.seen(with: [.arbitrator]) == settled.dispute.seen(with: [.arbitrator]))
    #expect(
      matter.dispute.turn(for: [.arbitrator], given: matter.given)
        == settled.dispute.turn(for: [.arbitrator], given: settled.given))
    matter.advance(days: 22)
    settled.advance(days: 8)
    #expect(settled.condition(.closeRecord, by: People.arbitrator) == .exchangeRunning)
    settled.now = matter.now
    #expect(settled.refusal(.closeRecord, by: People.arbitrator) == nil)
  }

  @Test func whatWasMadeForTheMediationStaysThere() throws {
    var matter = try Matter.inSession()
    func add(_ place: Compartment, forMediation: Bool) throws -> Command {
      .addExhibit(
        ExhibitOffer(
          kind: .statement, compartment: place, hash: try hash("a"), byteCount: 5,
          mediaType: "text/plain", items: [], madeForMediation: forMediation))
    }
    for place in [Compartment.caseFile, .settlement, .partyPrivate(.claimant)] {
      #expect(try matter.condition(add(place, forMediation: true)) == .mediationPrivileged)
    }
    try matter.file(add(.mediation, forMediation: true))
    // The same bytes, kept by their owner from before, are an exhibit like any other.
    try matter.file(add(.caseFile, forMediation: false))
    #expect(
      try matter.refusal(add(.mediation, forMediation: true), by: People.administrator)?
        .isNotPermitted == true)
    #expect(
      try matter.refusal(add(.partyPrivate(.claimant), forMediation: false), by: People.client)?
        .isNotPermitted == true)
  }

  @Test func theTurnIsWhatTheViewerKnows() throws {
    var matter = try Matter.graceExpired()
    func turn(_ standing: Standing) -> Set<Turn> {
      matter.dispute.turn(for: [standing], given: matter.given).on
    }
    #expect(turn(.respondent) == [.claimant])
    try matter.file(.makeOffer(matter.plan([800_000])))
    let waiting = matter.dispute.turn(for: [.respondent], given: matter.given)
    #expect(waiting.on == [.respondent])
    #expect(waiting.dueAt == matter.dispute.settlement.offers.first?.expiresAt)
    #expect(turn(.administrator) == [.claimant])
    #expect(turn(.auditor).isEmpty)
  }
}
