import ParleyDomain
import Testing

@Suite struct SettlementTests {
  @Test func aBetterOfferSupersedesAndACounterCounters() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([700_000])))
    try matter.file(.makeOffer(matter.plan([650_000])))
    #expect(matter.dispute.settlement.offers.map(\.step) == [.superseded, .open])
    #expect(matter.refusal(.rejectOffer(number: 1), by: People.client)?.isLost == true)
    let counter = OfferTerms(
      kind: .lumpSum, amount: try euro(600_000),
      schedule: [
        Instalment(number: 1, due: matter.today.adding(days: 5), amount: try euro(600_000))
      ], expiresInDays: 10, inReplyTo: 2)
    try matter.file(.makeOffer(counter), by: People.client)
    #expect(matter.dispute.settlement.offers.map(\.step) == [.superseded, .countered, .open])
    #expect(matter.dispute.settlement.state == .offerOpen)
    #expect(matter.condition(.rejectOffer(number: 3), by: People.client) == .ownOffer)
    #expect(matter.refusal(.withdrawOffer(number: 3))?.isNotPermitted == true)
    try matter.file(.withdrawOffer(number: 3), by: People.client)
    #expect(matter.dispute.settlement.state == .none)
    #expect(matter.refusal(.rejectOffer(number: 9)) == .notFound)
  }

  @Test func anOfferIsAcceptedExactlyOnce() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([700_000])))
    #expect(try matter.condition(.acceptOffer(number: 1, agreement: hash("d"))) == .ownOffer)
    try matter.file(.acceptOffer(number: 1, agreement: hash("d")), by: People.client)
    #expect(matter.dispute.settlement.state == .signing)
    #expect(
      try matter.refusal(
        .acceptOffer(number: 1, agreement: hash("d")), by: People.client)?.isLost == true)
    #expect(matter.refusal(.withdrawOffer(number: 1))?.isLost == true)
    #expect(try matter.condition(.makeOffer(matter.plan([1]))) == .agreementUnsigned)
  }

  @Test func anExpiredOfferIsLostEvenBeforeTheClockFires() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([700_000], firstInDays: 40)))
    let expiry = try #require(matter.dispute.settlement.offers.first?.expiresAt)
    let accept = Command.acceptOffer(number: 1, agreement: try hash("d"))
    matter.advance(to: expiry.adding(milliseconds: -1))
    #expect(matter.refusal(accept, by: People.client) == nil)
    matter.advance(to: expiry)
    #expect(matter.refusal(accept, by: People.client)?.isLost == true)
    matter.fire()
    #expect(matter.dispute.settlement.offers.first?.step == .expired)
    #expect(matter.dispute.settlement.state == .none)
  }

  @Test func offersKeepTheirForm() throws {
    let matter = try Matter.served()
    let broken = OfferTerms(
      kind: .lumpSum, amount: try euro(10),
      schedule: [
        Instalment(number: 1, due: matter.today, amount: try euro(4)),
        Instalment(number: 3, due: matter.today, amount: try euro(5)),
      ], expiresInDays: 0)
    #expect(
      matter.refusal(.makeOffer(broken))?.fields == [
        "expires_in_days", "schedule", "schedule[1].number", "schedule[1].due_date", "schedule",
      ])
    #expect(try matter.condition(.makeOffer(matter.plan([840_001]))) == .offerAboveQuote)
    let late = OfferTerms(
      kind: .lumpSum, amount: try euro(700_000), schedule: try matter.plan([700_000]).schedule,
      expiresInDays: 31)
    #expect(matter.refusal(.makeOffer(late))?.fields == ["expires_in_days"])
  }

  @Test func bothSignTheSameText() throws {
    var matter = try Matter.served()
    #expect(
      try matter.condition(
        .signAgreement(Signature(document: hash("d"), authority: .officer))) == .noAgreement)
    try matter.file(.makeOffer(matter.plan([700_000])))
    try matter.file(.acceptOffer(number: 1, agreement: hash("d")), by: People.client)
    #expect(
      try matter.condition(
        .signAgreement(Signature(document: hash("e"), authority: .officer)))
        == .signatureHashMismatch)
    try matter.sign(by: People.broker)
    #expect(
      try matter.condition(
        .signAgreement(Signature(document: hash("d"), authority: .officer))) == .alreadySigned)
    #expect(matter.dispute.settlement.state == .signing)
    try matter.sign(by: People.client)
    #expect(matter.dispute.settlement.state == .performing)
    #expect(matter.dispute.balance == (try euro(700_000)))
    #expect(matter.dispute.caseFile.items.map(matter.dispute.standing) == [.settled, .settled])
  }

  @Test func anUnsignedAgreementLapses() throws {
    var matter = try Matter.served()
    try matter.file(.makeOffer(matter.plan([700_000])))
    try matter.file(.acceptOffer(number: 1, agreement: hash("d")), by: People.client)
    try matter.sign(by: People.broker)
    matter.advance(days: 15)
    #expect(matter.dispute.settlement.state == .none)
    #expect(matter.dispute.settlement.agreement == nil)
  }

  @Test func aPlanIsMissedCuredAndPerformed() throws {
    var matter = try Matter.contested()
    try matter.pay(40_000, reference: "before")
    try matter.settle([250_000, 250_000, 200_000])
    #expect(matter.dispute.balance == (try euro(700_000)))
    #expect(matter.condition(.withdrawDispute(withPrejudice: true)) == .settlementInForce)
    try matter.pay(250_000, reference: "1")
    matter.advance(days: 20)
    #expect(matter.dispute.settlement.state == .performing)
    // The second is due on day 40 and has five days of grace.
    matter.advance(days: 25)
    #expect(matter.dispute.settlement.state == .performing)
    matter.advance(days: 1)
    #expect(matter.dispute.settlement.state == .defaulted)
    #expect(matter.dispute.settlement.agreement?.missedInstalment == 2)
    try matter.pay(249_999, reference: "2")
    #expect(matter.dispute.settlement.state == .defaulted)
    try matter.pay(1, reference: "3")
    #expect(matter.dispute.settlement.state == .performing)
    try matter.pay(200_000, reference: "4")
    #expect(matter.dispute.caseFile.outcome == .settledPerformed)
    #expect(matter.dispute.caseFile.items.map(\.standing) == [.settled, .settled])
  }

  @Test func theClocksOfTheStageStandStillWhileASettlementIsPerformed() throws {
    var matter = try Matter.served()
    let grace = try #require(matter.dispute.deadlines.first { $0.kind == .grace }).dueAt
    matter.advance(days: 2)
    try matter.settle([100_000, 600_000])
    let began = matter.now
    #expect(!matter.dispute.deadlines.contains { $0.kind == .grace })
    // The first instalment is missed ten days and five of grace later.
    matter.advance(days: 16)
    #expect(matter.dispute.settlement.state == .defaulted)
    #expect(matter.status == .demandServed)
    let missed = try #require(matter.dispute.settlement.tolls.first?.to)
    let stood = missed.milliseconds - began.milliseconds
    let moved = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    #expect(moved.dueAt == grace.adding(milliseconds: stood))
    matter.advance(to: moved.dueAt)
    matter.fire()
    #expect(matter.status == .graceExpired)
  }

  @Test func aMediatorCarriesAnOffer() throws {
    var matter = try Matter.inSession()
    let carried = try matter.plan([800_000], by: .claimant)
    try matter.file(.makeOffer(carried), by: People.mediator)
    #expect(matter.dispute.settlement.offers.first?.by == .claimant)
    #expect(
      try matter.refusal(.makeOffer(matter.plan([1])), by: People.mediator)?.fields == ["by"])
    #expect(
      try matter.refusal(.makeOffer(matter.plan([1], by: .claimant)), by: People.client)?.fields
        == ["by"])
    #expect(
      try matter.refusal(
        .makeOffer(matter.plan([1], by: .claimant)), by: People.mediator)?.isNotPermitted == true)
  }
}
