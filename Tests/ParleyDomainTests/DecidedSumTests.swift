import ParleyDomain
import Testing

/// What follows a decision in money: interest until it is paid, brackets and final offers, earnings.
@Suite struct DecidedSumTests {
  private let rate = InterestPin(profile: "contract-2026.1", contractBasisPoints: 500)

  private func owed(_ matter: Matter) -> Int64 {
    matter.dispute.balance(on: matter.today, given: matter.given).minorUnits
  }

  /// Every posting balances, and the last one leaves what the dispute owes.
  private func check(_ matter: Matter) {
    let statement = matter.dispute.statement(given: matter.given)
    for posting in statement.postings {
      #expect(posting.lines.map(\.amount).reduce(0, +) == 0)
    }
    let credit = matter.dispute.credit(on: matter.today, given: matter.given).minorUnits
    #expect(statement.balance == owed(matter) - credit)
  }

  private func award(_ matter: Matter, interest: Bool = true) throws -> AwardTerms {
    let plain = try matter.award()
    return AwardTerms(
      items: plain.items, interest: try euro(1_000), costs: try euro(2_000), payBy: plain.payBy,
      form: plain.form, document: plain.document, interestAfter: interest ? rate : nil)
  }

  @Test func interestRunsOnAnAwardFromTheDayAfterItIsToBePaid() throws {
    var matter = try Matter.recordClosed()
    let terms = try award(matter)
    try matter.file(.issueAward(terms), by: People.arbitrator)
    #expect(owed(matter) == 643_000)
    matter.advance(days: 40)
    #expect(matter.today == terms.payBy && owed(matter) == 643_000)
    check(matter)
    matter.advance(days: 73)
    // 6,430.00 at 5 per cent for 73 days of 365: 64.30.
    #expect(owed(matter) == 649_430)
    check(matter)
    try matter.pay(6_430, reference: "A")
    // Set against the interest first: the sum still bears the same.
    #expect(owed(matter) == 643_000)
    check(matter)
    matter.advance(days: 73)
    #expect(owed(matter) == 649_430)
    try matter.pay(649_430, reference: "B")
    check(matter)
    #expect(matter.dispute.caseFile.outcome == .awardSatisfied)
    try matter.file(.reversePayment(number: 2))
    #expect(matter.status != .closed && owed(matter) == 649_430)
    check(matter)
  }

  @Test func statutoryInterestOnAJudgmentIsOfATable() throws {
    var matter = try Matter.counselReferred()
    try matter.court(Command.recordFiling)
    try matter.court(Command.recordService)
    let amount = try euro(900_000)
    let pound = InterestPin(profile: "uk-judgments-1838-2026.1", contractBasisPoints: nil)
    let late = InterestPin(profile: "uk-1998-2026.1", contractBasisPoints: nil)
    for pin in [pound, late, InterestPin(profile: "none-such", contractBasisPoints: nil)] {
      let paper = try matter.addExhibit(.courtDocument)
      let record = CourtRecord(document: paper, on: matter.today)
      let refusal = matter.refusal(.recordJudgment(record, amount: amount, interestAfter: pin))
      #expect(refusal?.fields.contains("interest_after.profile") == true)
    }
    try matter.court { .recordJudgment($0, amount: amount, interestAfter: rate) }
    matter.advance(days: 73)
    #expect(owed(matter) == 909_000)
    check(matter)
    let quote = try #require(matter.dispute.decidedQuote(asOf: matter.today, given: matter.given))
    #expect(quote.segments.map(\.days) == [73])
  }

  @Test func theTableOfJudgmentsKeepsTheRateOfItsDay() throws {
    let profile = try LedgerCase.profile("uk-judgments-1838-2026.1")
    var claim = try LedgerCase("uk-judgments-1838-2026.1")
    try claim.claim(1_000_000, due: try day("2024-03-31"))
    let quote = try claim.quote(asOf: try day("2025-03-31"))
    #expect(quote.segments.map(\.rate.basisPoints) == [800])
    #expect(quote.left(.interest) == 80_000)
    #expect(profile.compensation.isEmpty)
  }

  private func arbitration() throws -> Matter { try Matter.constituted() }

  private func decide(_ matter: inout Matter, _ terms: AwardTerms) throws {
    let due = matter.today.adding(days: 21)
    try matter.file(
      .issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: due)), by: People.arbitrator)
    matter.advance(days: 22)
    try matter.file(.closeRecord, by: People.arbitrator)
    let moved = AwardTerms(
      items: terms.items, interest: terms.interest, costs: terms.costs,
      payBy: matter.today.adding(days: 40), form: terms.form, document: terms.document)
    try matter.file(.issueAward(moved), by: People.arbitrator)
  }

  @Test(arguments: [
    (Int64(700_000), Int64(800_000), Int64(700_000)), (100_000, 200_000, 200_000),
    (600_000, 700_000, 643_000),
  ])
  func aBracketCorrectsTheAwardUpAndDown(low: Int64, high: Int64, sum: Int64) throws {
    var matter = try arbitration()
    let bound = AwardBound.highLow(low: try euro(low), high: try euro(high))
    try matter.file(.agreeAwardBound(bound))
    try matter.file(.agreeAwardBound(bound), by: People.client)
    let arbitrators = try #require(matter.dispute.seen(with: [.arbitrator]))
    #expect(arbitrators.settlement.bounds.isEmpty)
    try decide(&matter, try award(matter, interest: false))
    #expect(owed(matter) == sum)
    #expect(matter.events.contains { $0.code == "AWARD_BOUNDED" } == (sum != 643_000))
    check(matter)
  }

  @Test func aBracketThatOnlyOneSideStatedHoldsNothing() throws {
    var matter = try arbitration()
    try matter.file(.agreeAwardBound(.highLow(low: try euro(0), high: try euro(1))))
    try matter.file(
      .agreeAwardBound(.highLow(low: try euro(0), high: try euro(2))), by: People.client)
    try decide(&matter, try award(matter, interest: false))
    #expect(owed(matter) == 643_000)
  }

  @Test(arguments: [
    (Int64(700_000), Int64(400_000), Int64(700_000)), (900_000, 500_000, 500_000),
    (743_000, 543_000, 643_000),
  ])
  func theCloserFinalOfferBecomesTheAward(demand: Int64, offer: Int64, sum: Int64) throws {
    var matter = try arbitration()
    try matter.file(.agreeAwardBound(.finalOffer(try euro(demand))))
    try matter.file(.agreeAwardBound(.finalOffer(try euro(offer))), by: People.client)
    try decide(&matter, try award(matter, interest: false))
    #expect(owed(matter) == sum)
    check(matter)
  }

  @Test func aFinalOfferComesSevenDaysBeforeTheExchangeEnds() throws {
    var matter = try arbitration()
    let due = matter.today.adding(days: 21)
    try matter.file(
      .issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: due)), by: People.arbitrator)
    matter.advance(days: 14)
    #expect(matter.refusal(.agreeAwardBound(.finalOffer(try euro(1)))) == nil)
    matter.advance(days: 1)
    #expect(matter.condition(.agreeAwardBound(.finalOffer(try euro(1)))) == .awardBoundLate)
    #expect(
      matter.refusal(.agreeAwardBound(.highLow(low: try euro(0), high: try euro(1)))) == nil)
  }

  @Test(arguments: [
    (Int64(64_000), GarnishmentTable.Period.week, Int64(16_000)), (25_000, .week, 3_250),
    (21_750, .week, 0), (0, .week, 0), (43_501, .twoWeeks, 1), (.max, .month, .max / 4),
  ])
  func whatTheLawAllowsOfEarnings(earned: Int64, period: GarnishmentTable.Period, cap: Int64) throws
  {
    let table = try #require(RuleProfile.generic.garnishment)
    #expect(abs(table.cap(on: earned, period) - cap) <= (earned == .max ? 1 : 0))
    #expect(table.covers("US") && table.covers("US-WA") && !table.covers("PT"))
  }

  @Test func whatAnEnforcementBringsIsKeptApart() throws {
    var matter = try Matter.judgment()
    func payment(_ enforcement: Int?) throws -> Command {
      .postPayment(
        Payment(
          amount: try euro(1_000), valueDate: matter.today, method: .other,
          bankReference: "E-\(enforcement ?? 0)", enforcement: enforcement))
    }
    #expect(matter.condition(try payment(1)) == .noSuchEnforcement)
    try matter.court { .recordEnforcement($0, kind: .garnishment) }
    try matter.file(try payment(1))
    try matter.file(try payment(nil))
    let currency = matter.dispute.currency
    #expect(matter.dispute.caseFile.received(by: 1, in: currency).minorUnits == 1_000)
    try matter.file(.reversePayment(number: 1))
    #expect(matter.dispute.caseFile.received(by: 1, in: currency).isZero)
  }

  @Test func earningsAreOnRecordWithWhatIsWithheld() throws {
    var matter = try Matter.judgment()
    let taken = Garnishment(
      disposable: try euro(64_000), period: .week, withheld: try euro(60_000))
    // No table of Portugal: it is recorded as it is stated.
    try matter.court { .recordEnforcement($0, kind: .garnishment, garnishment: taken) }
    let record = try #require(matter.dispute.caseFile.legal.enforcements.last)
    #expect(record.garnishment == taken && record.cap == nil)
    let paper = try matter.addExhibit(.courtDocument)
    let lien = CourtRecord(document: paper, on: matter.today)
    #expect(
      matter.refusal(.recordEnforcement(lien, kind: .lien, garnishment: taken))?.fields
        == ["garnishment"])
  }

  @Test func aTenderInFullIsDecidedAsAnOfferBeforeItIsPosted() throws {
    var matter = try Matter.draft()
    try matter.file(.fileDispute)
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    func post(_ cents: Int64, _ tender: Tender?) throws -> Command {
      .postPayment(
        Payment(
          amount: try euro(cents), valueDate: matter.today, method: .cheque,
          bankReference: "C-\(cents)", tender: tender))
    }
    #expect(matter.condition(try post(700_000, .undecided)) == .tenderUndecided)
    let terms = OfferTerms(
      kind: .lumpSum, amount: try euro(700_000),
      schedule: [
        Instalment(number: 1, due: matter.today.adding(days: 3), amount: try euro(700_000))
      ], expiresInDays: 5)
    try matter.file(.makeOffer(terms), by: People.client)
    #expect(matter.condition(try post(700_000, .decided(offer: 1))) == .tenderUndecided)
    try matter.file(.rejectOffer(number: 1))
    #expect(matter.refusal(try post(600_000, .decided(offer: 1))) != nil)
    try matter.file(try post(700_000, .decided(offer: 1)))
    // Rejected, it is a part payment: the claim stands for the rest.
    #expect(owed(matter) == 140_000)
    #expect(matter.dispute.settlement.concluded == nil)
  }
}
