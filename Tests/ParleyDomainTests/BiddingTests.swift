import ParleyDomain
import Testing

/// Double-blind bidding (O4), scenario S5.
struct BiddingTests {
  private func terms(
    rounds: Int = 3, tolerance: Int64 = 0, rounding: BidRounding = .halfDown,
    binding: Bool = false
  ) throws -> BiddingTerms {
    BiddingTerms(
      rounds: rounds, roundDays: 2, tolerance: try euro(tolerance), rounding: rounding,
      binding: binding, payWithinDays: 14, answerDays: 7)
  }

  private func signature(_ digit: Character = "d") throws -> Signature {
    Signature(document: try hash(digit), authority: .officer)
  }

  /// A claim of 10,000.00 with an open bidding.
  private func open(_ terms: BiddingTerms) throws -> Matter {
    var matter = try Matter.draft(amounts: [1_000_000])
    try matter.file(.fileDispute)
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    try matter.file(.openBidding(terms, try signature()))
    try matter.file(.consentBidding(number: 1, try signature()), by: People.client)
    return matter
  }

  private func bid(_ round: Int, _ cents: Int64) throws -> Command {
    .placeBid(number: 1, round: round, .plain(try euro(cents), try hash("c")))
  }

  private func place(
    _ matter: inout Matter, _ round: Int, demand: Int64, offer: Int64
  ) throws {
    try matter.file(try bid(round, demand))
    try matter.file(try bid(round, offer), by: People.client)
  }

  @Test func bidsOfTheThirdRoundMeet() throws {
    var matter = try open(try terms())
    #expect(matter.dispute.settlement.state == .bidding)
    try place(&matter, 1, demand: 900_000, offer: 500_000)
    try place(&matter, 2, demand: 820_000, offer: 640_000)
    #expect(matter.dispute.settlement.openBidding?.openRound?.number == 3)
    try place(&matter, 3, demand: 750_000, offer: 760_000)
    #expect(matter.dispute.settlement.state == .signing)
    let result = try #require(matter.dispute.settlement.biddings.last?.result)
    #expect(result.amount == (try euro(755_000)))
    let agreement = try #require(matter.dispute.settlement.agreement)
    #expect(agreement.signatures.isEmpty)
    for actor in [People.broker, People.client] {
      try matter.file(
        .signAgreement(Signature(document: agreement.document, authority: .principal)),
        by: actor)
    }
    #expect(matter.dispute.balance == (try euro(755_000)))
  }

  @Test(arguments: [
    (BidRounding.halfDown, Int64(755_001)), (.halfUp, 755_002), (.halfEven, 755_002),
  ])
  func halfACentGoesAsAgreed(rounding: BidRounding, sum: Int64) throws {
    #expect(try terms(rounding: rounding).meeting(demand: 750_003, offer: 760_000) == sum)
  }

  @Test func bidsMeetWithinTheToleranceAndNotBeyond() throws {
    let terms = try terms(tolerance: 100)
    #expect(terms.meeting(demand: 10_100, offer: 10_000) == 10_050)
    #expect(terms.meeting(demand: 10_101, offer: 10_000) == nil)
    #expect(terms.meeting(demand: .max, offer: 1) == nil)
    #expect(terms.meeting(demand: 1, offer: .max) != nil)
    #expect(terms.meeting(demand: 0, offer: 1) == nil)
  }

  @Test func aDemandNeverRisesAndAnOfferNeverFalls() throws {
    var matter = try open(try terms())
    try place(&matter, 1, demand: 900_000, offer: 500_000)
    #expect(matter.condition(try bid(2, 900_001)) == .bidNotMonotone)
    #expect(matter.condition(try bid(2, 499_999), by: People.client) == .bidNotMonotone)
    try place(&matter, 2, demand: 900_000, offer: 500_000)
    #expect(matter.dispute.settlement.openBidding?.openRound?.number == 3)
  }

  @Test func oneBidForEachSideAndRound() throws {
    var matter = try open(try terms())
    try matter.file(try bid(1, 900_000))
    #expect(matter.refusal(try bid(1, 890_000)) == .alreadyExists(what: "bid"))
    #expect(matter.refusal(try bid(2, 890_000))?.isLost == true)
    #expect(matter.condition(try bid(1, 1_000_001), by: People.client) == .offerAboveQuote)
  }

  @Test func whoDoesNotBidMakesTheBiddingVoid() throws {
    var matter = try open(try terms())
    try matter.file(try bid(1, 900_000))
    matter.advance(days: 3)
    #expect(matter.dispute.settlement.biddings.last?.step == .ended(.void))
    #expect(matter.dispute.settlement.state == .none)
    #expect(matter.dispute.settlement.offers.isEmpty)
    // It is over; an impasse may be declared on it.
    #expect(matter.refusal(.declareImpasse)?.isWrongStage == true)
  }

  @Test func withoutOverlapThereIsAnImpasseAndNoSum() throws {
    var matter = try open(try terms(rounds: 1))
    try place(&matter, 1, demand: 900_000, offer: 500_000)
    #expect(matter.dispute.settlement.biddings.last?.step == .ended(.withoutOverlap))
    #expect(matter.dispute.settlement.biddings.last?.result == nil)
    try matter.file(.sendReminder(.email))
    #expect(matter.refusal(.declareImpasse) == nil)
  }

  @Test func aDryRunComparesNothing() throws {
    var matter = try open(try terms())
    try matter.file(try bid(1, 750_000))
    matter.isRehearsal = true
    let events = try matter.dispute.decide(
      Filing(actor: People.client, command: try bid(1, 760_000), words: []),
      given: matter.given
    ).map(\.event.code)
    #expect(events == ["BID_SEALED", "BID_PLACED"])
  }

  @Test func bindingTermsNeedNoFurtherSignature() throws {
    var matter = try open(try terms(binding: true))
    try place(&matter, 1, demand: 740_000, offer: 760_000)
    #expect(matter.dispute.settlement.state == .performing)
    #expect(matter.dispute.balance == (try euro(750_000)))
    #expect(matter.dispute.unsigned.isEmpty)
  }

  @Test func aPaymentMeanwhileLeavesNoMoreThanIsOwed() throws {
    var matter = try open(try terms())
    try matter.file(try bid(1, 900_000))
    let payment = Payment(
      amount: try euro(300_000), valueDate: matter.today, method: .cash, bankReference: "A")
    try matter.file(.postPayment(payment))
    #expect(matter.condition(try bid(1, 950_000), by: People.client) == .offerAboveQuote)
    // The demand of 9,000.00 and an offer of 7,000.00 do not meet; what is owed is the offer.
    try matter.file(try bid(1, 700_000), by: People.client)
    try matter.file(try bid(2, 650_000))
    try matter.file(try bid(2, 700_000), by: People.client)
    #expect(matter.dispute.settlement.biddings.last?.result?.amount == (try euro(675_000)))
  }

  @Test func whatOneBrokerMayNotGiveUpASupervisorBids() throws {
    let matter = try open(try terms())
    let low = try bid(1, 100_000)
    #expect(matter.condition(low) == .bidNeedsSupervisor)
    #expect(matter.refusal(low, by: People.supervisor) == nil)
  }

  @Test func termsAreSignedByBothAndTheSame() throws {
    var matter = try Matter.draft(amounts: [1_000_000])
    try matter.file(.fileDispute)
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    try matter.file(.openBidding(try terms(), try signature()))
    #expect(matter.condition(.openBidding(try terms(), try signature())) == .biddingOpen)
    #expect(
      matter.condition(.consentBidding(number: 1, try signature())) == .otherSideMustAgree)
    #expect(
      matter.condition(.consentBidding(number: 1, try signature("e")), by: People.client)
        == .signatureHashMismatch)
    #expect(matter.condition(try bid(1, 1)) == .noBidding)
    try matter.file(.declineBidding(number: 1), by: People.client)
    #expect(matter.dispute.settlement.biddings.last?.step == .ended(.declined))
    try matter.file(.openBidding(try terms(), try signature()))
    matter.advance(days: 9)
    #expect(matter.dispute.settlement.biddings.last?.step == .ended(.lapsed))
  }

  @Test func nobodyButTheBidderSeesASealedBid() throws {
    var matter = try open(try terms())
    try matter.file(try bid(1, 900_000))
    #expect(matter.dispute.seen(with: [.claimant])?.bids[.claimant]?.count == 1)
    for standing in Standing.allCases
    where ![.claimant, .supervisor, .claimantCounsel].contains(standing) {
      #expect(matter.dispute.seen(with: [standing])?.bids[.claimant] == nil)
    }
    #expect(matter.dispute.seen(with: [.arbitrator])?.settlement.biddings.isEmpty == true)
  }

  @Test func theEndOfTheDisputeEndsTheBidding() throws {
    var matter = try open(try terms())
    try matter.file(try bid(1, 900_000))
    try matter.file(.withdrawDispute(withPrejudice: true))
    #expect(matter.dispute.settlement.biddings.last?.step == .ended(.void))
  }
}
