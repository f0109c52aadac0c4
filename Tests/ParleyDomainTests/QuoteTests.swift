import ParleyDomain
import ParleyProfiles
import Testing

/// The worked figures of statutory and contract interest, to the cent.
@Suite struct QuoteTests {
  private func london(_ profile: String = "uk-1998-2026.1") throws -> LedgerCase {
    var claim = try LedgerCase(profile)
    try claim.claim(840_000, due: try day("2024-03-31"))
    return claim
  }

  @Test func ukInterestWithoutPayment() throws {
    let quote = try london().quote(asOf: try day("2024-06-15"))
    #expect(quote.segments.map(\.days) == [76])
    #expect(quote.segments.first?.rate.basisPoints == 1_325)
    #expect(quote.charged(.interest) == 23_175)
    #expect(quote.charged(.compensation) == 7_000)
    #expect(quote.balance.minorUnits == 870_175)
  }

  @Test func aPartPaymentIsSetAgainstCostsInterestPrincipal() throws {
    var claim = try london()
    try claim.pay(300_000, on: try day("2024-05-10"))
    let quote = try claim.quote(asOf: try day("2024-06-15"))
    #expect(quote.payments.first?.parts.map(\.amount) == [7_000, 12_197, 280_803])
    #expect(quote.left(.principal) == 559_197)
    #expect(quote.segments.map(\.amount) == [12_197, 7_308])
    #expect(quote.balance.minorUnits == 566_505)
  }

  @Test func orAgainstPrincipalFirst() throws {
    var claim = try london("uk-1998-principal-first-2026.1")
    try claim.pay(300_000, on: try day("2024-05-10"))
    let quote = try claim.quote(asOf: try day("2024-06-15"))
    #expect(quote.segments.map(\.amount) == [12_197, 7_057])
    #expect(quote.left(.principal) == 540_000)
    #expect(quote.balance.minorUnits == 566_254)
  }

  @Test func theUKRateIsFrozenForTheLifeOfTheDebt() throws {
    let quote = try london().quote(asOf: try day("2025-01-15"))
    #expect(quote.charged(.interest) == 88_430)
    #expect(quote.balance.minorUnits == 935_430)
    var refixed = try london()
    let frozen = try LedgerCase.profile("uk-1998-2026.1")
    guard case .reference(let table, let margin, let reference, _) = frozen.rate else {
      Issue.record("a reference rate")
      return
    }
    refixed.profile = InterestProfile(
      name: "refixed", source: "",
      rate: .reference(
        table, marginBasisPoints: margin, reference, .perPeriod),
      rateRounding: .none, dayCount: .actual365, centRounding: .final, rateCap: nil,
      compensation: [:], compensationSource: "", businessOnly: true, yieldsToContract: false,
      currencies: [], allocation: AllocationClass.usual)
    #expect(try refixed.quote(asOf: try day("2025-01-15")).charged(.interest) == 88_257)
  }

  @Test(arguments: [
    (99_999, 4_000), (100_000, 7_000), (999_999, 7_000), (1_000_000, 10_000),
  ])
  func theFixedSumHasTiers(debt: Int64, sum: Int64) throws {
    var claim = try LedgerCase("uk-1998-2026.1")
    try claim.claim(debt, due: try day("2024-03-31"))
    #expect(try claim.quote(asOf: try day("2024-03-31")).charged(.compensation) == 0)
    #expect(try claim.quote(asOf: try day("2024-04-01")).charged(.compensation) == sum)
  }

  @Test func roundingDailyIsNotRoundingAtTheEnd() throws {
    for (profile, interest) in [("contract-daily-2026.1", 1_150), ("contract-2026.1", 1_164)] {
      var claim = try LedgerCase(profile, contract: 850)
      try claim.claim(100_000, due: try day("2024-01-01"))
      #expect(
        try claim.quote(asOf: try day("2024-02-20")).charged(.interest) == Int64(interest))
    }
  }

  @Test(arguments: [
    ("eu-per-period-2026.1", [10_274, 30_877]), ("ie-2012-2026.1", [41_781]),
    // 12.5 and 12.25, the latter up to the next half point.
    ("be-2002-2026.1", [10_274, 31_507]), ("fi-1982-2026.1", [10_274, 31_507]),
  ])
  func statesOfTheUnionDiffer(profile: String, amounts: [Int64]) throws {
    var claim = try LedgerCase(profile, currency: "EUR")
    try claim.claim(1_000_000, due: try day("2024-05-31"))
    let quote = try claim.quote(asOf: try day("2024-09-30"))
    #expect(quote.segments.map(\.amount) == amounts)
    #expect(quote.segments.map(\.days).reduce(0, +) == 122)
    #expect(quote.charged(.compensation) == 4_000)
  }

  @Test func aRateThatIsNotPublishedYetIsTheLastKnownAndSaysSo() throws {
    var claim = try LedgerCase("eu-per-period-2026.1", currency: "EUR")
    try claim.claim(1_000_000, due: try day("2025-12-21"))
    let quote = try claim.quote(asOf: try day("2026-07-31"))
    #expect(quote.segments.map(\.rate.isProvisional) == [false, true, true])
    #expect(Set(quote.segments.map(\.rate.basisPoints)) == [1_015])
  }

  @Test func barredDaysBearNoInterest() throws {
    var claim = try london()
    // Ten days in April, and the first three of the claim's life.
    let april = try day("2024-04-01").daysSinceEpoch
    claim.barred = [april...(april + 2), (april + 9)...(april + 18)]
    let quote = try claim.quote(asOf: try day("2024-04-30"))
    #expect(quote.segments.map(\.days) == [6, 11])
    #expect(quote.compensation.map(\.on) == [try day("2024-04-04")])
  }

  @Test func whatComesTooMuchIsCreditUntilSomethingIsCharged() throws {
    var claim = try LedgerCase()
    try claim.claim(10_000, due: try day("2024-03-31"))
    try claim.pay(12_500, on: try day("2024-04-10"))
    #expect(try claim.quote(asOf: try day("2024-04-10")).credit == 2_500)
    try claim.charge(.costs, 2_000, on: try day("2024-04-20"))
    #expect(try claim.quote(asOf: try day("2024-04-19")).credit == 2_500)
    let quote = try claim.quote(asOf: try day("2024-04-20"))
    #expect(quote.credit == 500)
    #expect(quote.balance.isZero)
  }

  @Test func theOldestItemIsPaidFirst() throws {
    var claim = try LedgerCase()
    try claim.claim(10_000, due: try day("2024-05-31"))
    try claim.claim(10_000, due: try day("2024-03-31"))
    try claim.pay(12_500, on: try day("2024-06-10"))
    let quote = try claim.quote(asOf: try day("2024-06-10"))
    #expect(quote.items.map(\.item.number) == [2, 1])
    #expect(quote.items.map(\.left) == [0, 7_500])
  }
}
