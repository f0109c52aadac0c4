import ParleyDomain
import Testing

/// Money in another currency: the ledger stays in that of the claim, and the arithmetic is exact.
@Suite struct ForeignReceiptTests {
  private func currency(_ code: String) throws -> Currency { try #require(Currency(code: code)) }

  private func converted(
    _ minor: Int64, _ from: String, _ rate: String, _ to: String
  ) throws -> Int64? {
    try #require(ExchangeRate(rate)).convert(
      Money(minorUnits: minor, currency: currency(from)), to: currency(to))?.minorUnits
  }

  @Test func conversionsAreExactInEveryExponent() throws {
    #expect(try converted(54_000, "USD", "0.9259", "EUR") == 49_999)
    #expect(try converted(100_000, "JPY", "0.0061", "EUR") == 61_000)
    #expect(try converted(1_000, "EUR", "163.45", "JPY") == 1_635)
    #expect(try converted(1_000, "EUR", "0.3255", "KWD") == 3_255)
    #expect(try converted(1_234, "KWD", "3.07", "EUR") == 379)
    // A half is rounded up, and what is less is not.
    #expect(try converted(1, "USD", "0.5", "EUR") == 1)
    #expect(try converted(1, "USD", "0.4999999999", "EUR") == 0)
    #expect(try converted(.max, "USD", "99999999", "KWD") == nil)
  }

  @Test(arguments: ["", ".5", "1.", "-1", "0", "0.00", "1e3", "1,5", "123456789", "1.12345678901"])
  func otherRatesAreNone(text: String) {
    #expect(ExchangeRate(text) == nil)
  }

  @Test func aRateIsWrittenAsItIs() throws {
    for text in ["0.9259", "149", "1.05", "0.0000000001", "99999999.9999999999"] {
      #expect(ExchangeRate(text)?.text == text)
    }
  }

  private func payment(_ cents: Int64, received: String = "USD", rate: String = "0.9259") throws
    -> Command
  {
    let matter = try Matter.filed()
    return .postPayment(
      Payment(
        amount: try euro(cents), valueDate: matter.today, method: .bankTransfer,
        bankReference: "SW-1",
        received: ForeignReceipt(
          amount: Money(minorUnits: 54_000, currency: try currency(received)),
          rate: try #require(ExchangeRate(rate)), rateOn: matter.today)))
  }

  private let source = [Word("payment.rateSource", "ECB reference rate")]

  @Test func whatCountsIsWhatCameTimesTheRate() throws {
    var matter = try Matter.filed()
    #expect(
      try matter.refusal(payment(50_000), words: source)
        == .amountDiffers(
          field: "amount", given: euro(50_000), expected: euro(49_999), rule: "P1"))
    #expect(try matter.refusal(payment(49_999))?.fields == ["received.rate_source"])
    #expect(
      try matter.refusal(payment(54_000, received: "EUR", rate: "1"), words: source)?.fields
        == ["received.amount"])
    let before = matter.dispute.balance.minorUnits
    try matter.file(payment(49_999), words: source)
    #expect(matter.dispute.balance.minorUnits == before - 49_999)
    #expect(matter.dispute.caseFile.payments.last?.payment.received?.amount.minorUnits == 54_000)
  }
}
