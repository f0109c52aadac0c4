import ParleyDocuments
import ParleyDomain
import Testing

struct MoneyTextTests {
  @Test(arguments: [
    (840_000, "EUR", "EUR 8,400.00"), (5, "EUR", "EUR 0.05"),
    (-123_456_789, "USD", "USD -1,234,567.89"),
    (1_234_567, "JPY", "JPY 1,234,567"), (1_500, "KWD", "KWD 1.500"), (0, "JPY", "JPY 0"),
    (100, "GBP", "GBP 1.00"),
  ])
  func amountsAreGroupedWithEveryDecimalPlace(_ units: Int, _ code: String, _ text: String) throws {
    let currency = try #require(Currency(code: code))
    #expect(MoneyText.text(Money(minorUnits: Int64(units), currency: currency)) == text)
  }

  @Test func aPeriodThatIsOverAtMidnightReadsAsTheLastMinuteBefore() throws {
    let day = try #require(CivilDate(year: 2026, month: 12, day: 7))
    #expect(
      DateText.lastMinute(before: Zone.utc.end(of: day), in: .utc)
        == "7 December 2026, 23:59 (UTC)")
  }
}
