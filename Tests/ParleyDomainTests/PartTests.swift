import ParleyDomain
import Testing

/// Some claim items are settled, and the rest of the claim goes on where it stands.
@Suite struct PartTests {
  /// The same terms for some claim items alone.
  private func apart(_ terms: OfferTerms, items: [Int]) -> OfferTerms {
    OfferTerms(
      kind: terms.kind, amount: terms.amount, schedule: terms.schedule,
      expiresInDays: terms.expiresInDays, defaultClause: terms.defaultClause, items: items)
  }

  private func settle(
    _ matter: inout Matter, _ amounts: [Int64], items: [Int], clause: DefaultClause? = nil
  ) throws {
    let number = matter.dispute.settlement.offers.count + 1
    let terms = try matter.plan(amounts, clause: clause)
    try matter.file(.makeOffer(apart(terms, items: items)), by: People.client)
    try matter.file(.acceptOffer(number: number, agreement: hash("d")))
    if matter.dispute.settlement.state != .signing {
      try matter.file(
        .grantApproval(number: matter.dispute.approvals.requests.count), by: People.supervisor)
    }
    try matter.sign(by: People.broker)
    try matter.sign(by: People.client)
  }

  private func owed(_ matter: Matter) -> Int64 {
    matter.dispute.balance(on: matter.today, given: matter.given).minorUnits
  }

  /// Every posting balances, and the last one leaves what is owed.
  private func check(_ matter: Matter) {
    let statement = matter.dispute.statement(given: matter.given)
    for posting in statement.postings { #expect(posting.lines.map(\.amount).reduce(0, +) == 0) }
    let credit = matter.dispute.credit(on: matter.today, given: matter.given).minorUnits
    #expect(statement.balance == owed(matter) - credit)
  }

  private func amounts(_ matter: Matter) -> (first: Int64, second: Int64) {
    let items = matter.dispute.caseFile.items.map(\.item.amount.minorUnits)
    return (items[0], items[1])
  }

  @Test func theRestGoesOnWhereItStands() throws {
    var matter = try Matter.graceExpired()
    let (first, second) = amounts(matter)
    let status = matter.status
    try settle(&matter, [first - 40_000], items: [1])
    #expect(matter.status == status && matter.dispute.settlement.state == .performing)
    #expect(matter.dispute.caseFile.items.map(\.standing) == [.settled, .claimed])
    #expect(owed(matter) == first - 40_000 + second)
    #expect(try matter.dispute.balance == euro(owed(matter)))
    check(matter)
    // The stage is not held up: a mediation can be proposed, and clocks run.
    #expect(matter.refusal(.proposeMediation) == nil)
    #expect(matter.dispute.settlement.tolls.isEmpty)
    try matter.pay(first - 40_000)
    #expect(matter.dispute.settlement.state == .none)
    #expect(matter.dispute.settlement.parts.map(\.performed) == [true])
    #expect(matter.status == status)
    #expect(owed(matter) == second)
    check(matter)
    try matter.pay(second, reference: "B-2")
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
    check(matter)
  }

  @Test func whatIsConcededIsShownItemByItem() throws {
    var matter = try Matter.interestBearing()
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    matter.advance(days: 12)
    let before = try #require(matter.dispute.quote(asOf: matter.today, given: matter.given))
    let owedOnFirst = before.left(on: 1)
    #expect(owedOnFirst.interest > 0 && owedOnFirst.compensation > 0)
    let amount = owedOnFirst.principal - 100
    try settle(&matter, [amount], items: [1])
    let quote = try #require(matter.dispute.quote(asOf: matter.today, given: matter.given))
    let settled = try #require(quote.settlements.first)
    #expect(
      settled.conceded.map(\.amount) == [100, owedOnFirst.interest, owedOnFirst.compensation])
    #expect(settled.conceded.map(\.account) == [.principal, .interest, .compensation])
    #expect(settled.rest == amount)
    matter.advance(days: 30)
    let later = try #require(matter.dispute.quote(asOf: matter.today, given: matter.given))
    #expect(later.left(on: 1).total == amount, "no more interest on it")
    #expect(later.left(on: 2).interest > quote.left(on: 2).interest, "the rest runs on")
    check(matter)
    #expect(
      matter.condition(.reversePosting(.compensation(item: 1), on: nil)) == .postingDecided)
    #expect(matter.refusal(.reversePosting(.compensation(item: 2), on: nil)) == nil)
    // What was owed before the signatures is unchanged.
    let signed = try #require(matter.dispute.settlement.parts.first?.on)
    let day = signed.adding(days: -1)
    #expect(matter.dispute.quote(asOf: day, given: matter.given)?.settlements.isEmpty ?? false)
  }

  @Test func theItemsOfAnOfferAreNamedInItsRefusal() throws {
    var matter = try Matter.graceExpired()
    let (first, second) = amounts(matter)
    func offer(_ amount: Int64, _ items: [Int], _ clause: DefaultClause? = nil) throws -> Command {
      .makeOffer(apart(try matter.plan([amount], clause: clause), items: items))
    }
    #expect(try matter.refusal(offer(1, [3]))?.fields == ["items[0]"])
    #expect(try matter.refusal(offer(1, [1, 1]))?.fields == ["items"])
    #expect(try matter.refusal(offer(1, [1, 2]))?.fields == ["items"])
    #expect(try matter.condition(offer(second + 1, [2]), by: People.client) == .offerAboveQuote)
    let consent = DefaultClause(graceDays: 1, cureDays: 1, remedy: .consentJudgment)
    #expect(
      try matter.refusal(offer(1, [1], consent))?.fields == ["default_clause.remedy"])
    try settle(&matter, [first], items: [1])
    try matter.pay(first)
    #expect(try matter.refusal(offer(1, [1]))?.fields == ["items[0]"])
    #expect(try matter.refusal(offer(1, [2]))?.fields == ["items"])
    #expect(
      matter.refusal(.respond([ItemAnswer(item: 1, kind: .admit)]), by: People.client)?.fields
        == ["answers[0].item"])
    // What is left can be settled as a whole.
    try matter.settle([second - 1])
    try matter.pay(second - 1, reference: "B-2")
    #expect(matter.dispute.caseFile.outcome == .settledPerformed)
    check(matter)
  }

  @Test func onDefaultTheItemsAreClaimedAgain() throws {
    var matter = try Matter.graceExpired()
    let (first, second) = amounts(matter)
    let status = matter.status
    let clause = DefaultClause(graceDays: 2, cureDays: 5, remedy: .reinstate)
    try settle(&matter, [100_000, first - 200_000], items: [1], clause: clause)
    try matter.pay(100_000)
    matter.advance(days: 60)
    #expect(matter.dispute.settlement.state == .defaulted)
    #expect(matter.status == status)
    #expect(owed(matter) == first - 200_000 + second)
    #expect(matter.refusal(.electRemedy(.accelerate)) != nil)
    try matter.file(.electRemedy(.reinstate))
    #expect(matter.dispute.caseFile.items.map(\.standing) == [.claimed, .claimed])
    #expect(matter.dispute.settlement.parts.isEmpty)
    #expect(owed(matter) == first + second - 100_000)
    check(matter)
  }

  @Test func onDefaultTheRestOfTheSumFallsDue() throws {
    var matter = try Matter.graceExpired()
    let (_, second) = amounts(matter)
    let clause = DefaultClause(graceDays: 2, cureDays: 5, remedy: .accelerate)
    try settle(&matter, [100_000, 100_000, 100_000], items: [1], clause: clause)
    matter.advance(days: 40)
    try matter.file(.electRemedy(.accelerate))
    #expect(owed(matter) == 300_000 + second)
    try matter.file(.reinstatePlan)
    try matter.pay(300_000)
    #expect(matter.dispute.settlement.parts.map(\.performed) == [true])
    #expect(owed(matter) == second)
    #expect(matter.dispute.caseFile.items[0].standing == .settled)
    check(matter)
    // Money that did not come after all is owed again, as agreed.
    try matter.file(.reversePayment(number: 1))
    #expect(owed(matter) == 300_000 + second)
    check(matter)
  }

  @Test func anAwardDecidesTheRestAlone() throws {
    var matter = try Matter.recordClosed()
    let (first, _) = amounts(matter)
    try settle(&matter, [first - 50_000], items: [1])
    let both = try matter.award()
    #expect(matter.refusal(.issueAward(both), by: People.arbitrator)?.fields == ["items[0].item"])
    let award = AwardTerms(
      items: both.items.filter { $0.item == 2 }, interest: both.interest, costs: both.costs,
      payBy: both.payBy, form: both.form, document: both.document)
    try matter.pay(10_000)
    try matter.file(.issueAward(award), by: People.arbitrator)
    let net = try #require(award.netMinorUnits)
    #expect(owed(matter) == net + first - 60_000)
    check(matter)
    try matter.pay(first - 60_000, reference: "B-2")
    #expect(matter.dispute.settlement.parts.map(\.performed) == [true])
    #expect(owed(matter) == net)
    check(matter)
    #expect(matter.dispute.caseFile.items.map(\.standing) == [.settled, .awarded])
  }

  @Test func theArbitratorLearnsThatItemsAreSettledAndNothingOfHow() throws {
    var matter = try Matter.recordClosed()
    let (first, _) = amounts(matter)
    let count = matter.log.count
    try settle(&matter, [first - 50_000], items: [1])
    let standings = matter.dispute.standings(of: People.arbitrator)
    let seen = try #require(matter.dispute.seen(with: standings))
    #expect(seen.settlement == SettlementFile())
    #expect(seen.caseFile.items[0].standing == .settled)
    let entries = matter.log.dropFirst(count).map(\.entry).filter { $0.compartment == .caseFile }
    #expect(entries.map(\.event) == [.itemsSettled([1])])
  }

  @Test func payingMoreThanWasAgreedPaysTheRest() throws {
    var matter = try Matter.graceExpired()
    let (first, second) = amounts(matter)
    try settle(&matter, [first - 1_000], items: [1])
    try matter.pay(first - 1_000 + 5_000)
    #expect(owed(matter) == second - 5_000)
    check(matter)
    try matter.pay(second, reference: "B-2")
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
    #expect(matter.dispute.credit(on: matter.today, given: matter.given).minorUnits == 5_000)
    check(matter)
  }
}
