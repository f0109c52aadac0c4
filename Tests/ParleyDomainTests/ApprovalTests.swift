import ParleyDomain
import Testing

@Suite struct ApprovalTests {
  @Test func aDeepDiscountWaitsForASecondPerson() throws {
    var matter = try Matter.served()
    // Thirty per cent of 8,400.00 may be given up by one person, and not a cent more.
    #expect(
      try matter.dispute.decide(
        Filing(actor: People.broker, command: .makeOffer(matter.plan([588_000]))),
        given: matter.given
      ).map(\.compartment) == [.settlement])
    let deep = Command.makeOffer(try matter.plan([587_999]))
    let entries = try matter.file(deep, words: [Word("offer.conditions", "Paid at once")])
    #expect(entries.map(\.compartment) == [.internal])
    #expect(matter.dispute.settlement.offers.isEmpty)
    #expect(matter.condition(deep) == .approvalPending)
    #expect(matter.refusal(.grantApproval(number: 1))?.isNotPermitted == true)
    #expect(matter.refusal(.grantApproval(number: 2), by: People.supervisor) == .notFound)
    try matter.file(.grantApproval(number: 1), by: People.supervisor)
    #expect(matter.dispute.settlement.offers.map(\.step) == [.open])
    #expect(
      matter.dispute.records[.settlement]?.words["offer.1.conditions"] == "Paid at once")
    #expect(matter.refusal(.grantApproval(number: 1), by: People.supervisor)?.isLost == true)
  }

  @Test func aSupervisorDoesNotApproveTheOwnRequest() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([100_000])), by: People.supervisor)
    #expect(matter.condition(.grantApproval(number: 1), by: People.supervisor) == .ownApproval)
    try matter.file(.refuseApproval(number: 1), by: People.broker)
    #expect(matter.refusal(.grantApproval(number: 1), by: People.supervisor)?.isLost == true)
    #expect(matter.dispute.settlement.offers.isEmpty)
  }

  @Test func anOrganizationOfOneActsAloneAfterTheCoolingOff() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([100_000])), by: People.principal)
    let ready = matter.now.adding(hours: 24)
    let grant = Command.grantApproval(number: 1)
    matter.now = ready.adding(milliseconds: -1)
    #expect(matter.condition(grant, by: People.principal) == .coolingOff)
    #expect(matter.refusal(grant, by: People.principal)?.earliest == ready)
    matter.now = ready
    let entries = try matter.file(grant, by: People.principal)
    #expect(entries.first?.event == .approvalGranted(number: 1, solePrincipal: true))
    #expect(matter.dispute.settlement.offers.count == 1)
  }

  @Test func whatIsApprovedIsDecidedAnew() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([100_000])))
    try matter.pay(800_000)
    #expect(matter.condition(.grantApproval(number: 1), by: People.supervisor) == .offerAboveQuote)
    try matter.pay(40_000, reference: "B-2")
    #expect(matter.refusal(.grantApproval(number: 1), by: People.supervisor)?.isWrongStage == true)
  }

  @Test func acceptingADeepDiscountWaitsAsWell() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([100_000])), by: People.client)
    try matter.file(.acceptOffer(number: 1, agreement: hash("d")))
    #expect(matter.dispute.settlement.state == .offerOpen)
    try matter.file(.grantApproval(number: 1), by: People.supervisor)
    #expect(matter.dispute.settlement.state == .signing)
    #expect(matter.dispute.records[.settlement]?.words["agreement.1.text"] == "Text")
  }

  @Test func aWriteOffNeedsAnAssessmentAndASecondPerson() throws {
    var matter = try Matter.graceExpired()
    #expect(matter.condition(.writeOff) == .assessmentMissing)
    try matter.file(.assessPath(.writeOff))
    try matter.file(.writeOff)
    #expect(matter.status == .graceExpired)
    #expect(matter.condition(.writeOff) == .approvalPending)
    try matter.file(.grantApproval(number: 1), by: People.supervisor)
    #expect(matter.dispute.caseFile.outcome == .writtenOff)
    // What comes in later is still posted.
    try matter.pay(100)
    #expect(matter.dispute.caseFile.payments.count == 1)
    #expect(matter.status == .closed)
  }

  @Test func nobodyElseSeesTheRequests() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([100_000])))
    let seen = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(seen.approvals == InternalFile())
    #expect(seen.records[.internal] == nil)
    #expect(
      matter.refusal(.grantApproval(number: 1), by: People.client)
        == .notPermitted(.grantApproval, needs: [.supervisor]))
  }
}
