import ParleyDomain
import ParleyProfiles
import Testing

/// Facts of a claim, without the dispute around them.
struct LedgerCase {
  var profile: InterestProfile?
  var contract: Int?
  var currency = "GBP"
  var items: [ClaimItem] = []
  var payments: [PostedPayment] = []
  var charges: [PostedCharge] = []
  var barred: [ClosedRange<Int>] = []
  var reversed: [PostedSum: CivilDate] = [:]
  var parts: [PartSettlement] = []

  static func profile(_ name: String) throws -> InterestProfile {
    try #require(try ProfileShelf(tables: ProfileShelf.ownTables).interest[name])
  }

  init(_ profile: String? = nil, contract: Int? = nil, currency: String = "GBP") throws {
    self.profile = try profile.map(LedgerCase.profile)
    self.contract = contract
    self.currency = currency
  }

  func money(_ amount: Int64) throws -> Money {
    Money(minorUnits: amount, currency: try #require(Currency(code: currency)))
  }

  mutating func claim(_ amount: Int64, due: CivilDate) throws {
    items.append(
      ClaimItem(number: items.count + 1, issued: nil, due: due, amount: try money(amount)))
  }

  mutating func pay(_ amount: Int64, on day: CivilDate) throws {
    let number = payments.count + 1
    payments.append(
      PostedPayment(
        number: number,
        payment: Payment(
          amount: try money(amount), valueDate: day, method: .bankTransfer,
          bankReference: "B-\(number)"),
        postedAt: Instant(milliseconds: Int64(number))))
  }

  mutating func charge(_ kind: Charge.Kind, _ amount: Int64, on day: CivilDate) throws {
    charges.append(
      PostedCharge(
        number: charges.count + 1,
        charge: Charge(
          kind: kind, amount: try money(amount), on: day,
          exhibit: ExhibitID(compartment: .caseFile, number: 1)),
        postedAt: Instant(milliseconds: 0)))
  }

  /// The first items, but never all, are settled for a sum on a day.
  mutating func settle(_ count: Int, for amount: Int64, on day: CivilDate) throws {
    let numbers = Array(items.map(\.number).prefix(min(count, items.count - 1)))
    parts.append(
      PartSettlement(
        offer: 1,
        terms: OfferTerms(
          kind: .lumpSum, amount: try money(amount), schedule: [], expiresInDays: 1,
          items: numbers), on: day, concludedAt: Instant(milliseconds: 0),
        paymentsBefore: payments.count / 2, paidBefore: try money(0)))
  }

  func quote(asOf day: CivilDate) throws -> Quote {
    QuoteReckoning.quote(
      QuoteReckoning.Terms(
        asOf: day, currency: try #require(Currency(code: currency)), profile: profile,
        contractBasisPoints: contract, barred: barred, reversed: reversed),
      items: items, charges: charges, payments: payments, parts: parts)
  }
}

func day(_ text: String) throws -> CivilDate {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  try #require(parts.count == 3)
  return try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
}
