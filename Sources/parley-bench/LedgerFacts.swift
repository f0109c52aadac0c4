import ArgumentParser
import ParleyDomain

/// One claim as a line of JSON. Days are counted from 1970-01-01, amounts in the smallest unit.
struct LedgerFacts: Decodable {
  struct Terms: Decodable {
    let kind: String
    let rows: [[Int]]
    let tableEnds: Int
    let margin: Int
    let referenceDay: String
    let fixation: String
    let rateRounding: String
    let cap: Int?
    let dayCount: String
    let centRounding: String
    let tiers: [[Int64]]
    let allocation: [String]
  }

  let currency: String
  let asOf: Int
  let accruesUntil: Int?
  let contract: Int?
  let profile: Terms?
  /// Number, due day, amount.
  let items: [[Int64]]
  /// Number, day, amount, 1 for a late fee.
  let charges: [[Int64]]
  /// Number, value date, amount.
  let payments: [[Int64]]
  /// First and last day.
  let barred: [[Int]]
  /// 1 for the fixed sum of an item and 0 for a charge, its number, and the day it is taken back.
  let reversals: [[Int64]]
  /// Items settled apart.
  let parts: [SettledPart]

  func reckoned() throws -> LedgerFigures {
    guard let currency = Currency(code: currency) else { throw ValidationError("currency") }
    func day(_ count: Int64) -> CivilDate { CivilDate(daysSinceEpoch: Int(count)) }
    func money(_ amount: Int64) -> Money { Money(minorUnits: amount, currency: currency) }
    let terms = QuoteReckoning.Terms(
      asOf: day(Int64(asOf)), currency: currency,
      profile: try profile?.profile(currency: self.currency), contractBasisPoints: contract,
      accruesUntil: accruesUntil.map { day(Int64($0)) }, barred: barred.map { $0[0]...$0[1] },
      reversed: Dictionary(
        reversals.map {
          ($0[0] == 1 ? .compensation(item: Int($0[1])) : .charge(Int($0[1])), day($0[2]))
        },
        uniquingKeysWith: { first, _ in first }))
    let quote = QuoteReckoning.quote(
      terms,
      items: items.map {
        ClaimItem(number: Int($0[0]), issued: nil, due: day($0[1]), amount: money($0[2]))
      },
      charges: charges.map {
        PostedCharge(
          number: Int($0[0]),
          charge: Charge(
            kind: $0[3] == 1 ? .lateFee : .costs, amount: money($0[2]), on: day($0[1]),
            exhibit: ExhibitID(compartment: .caseFile, number: 1)),
          postedAt: Instant(milliseconds: 0))
      },
      payments: payments.map {
        PostedPayment(
          number: Int($0[0]),
          payment: Payment(
            amount: money($0[2]), valueDate: day($0[1]), method: .other,
            bankReference: "\($0[0])"),
          postedAt: Instant(milliseconds: 0))
      }, parts: try parts.map { try $0.settlement(currency) })
    return LedgerFigures(quote)
  }
}

/// Number of the offer, the items, the amount, the day, and how many payments came before.
struct SettledPart: Decodable {
  let offer: Int
  let items: [Int]
  let amount: Int64
  let on: Int
  let before: Int

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    offer = try list.decode(Int.self)
    items = try list.decode([Int].self)
    amount = try list.decode(Int64.self)
    on = try list.decode(Int.self)
    before = try list.decode(Int.self)
  }

  func settlement(_ currency: Currency) throws -> PartSettlement {
    PartSettlement(
      offer: offer,
      terms: OfferTerms(
        kind: .lumpSum, amount: Money(minorUnits: amount, currency: currency), schedule: [],
        expiresInDays: 1, items: items), on: CivilDate(daysSinceEpoch: on),
      concludedAt: Instant(milliseconds: 0), paymentsBefore: before,
      paidBefore: Money(minorUnits: 0, currency: currency))
  }
}

extension LedgerFacts.Terms {
  fileprivate func profile(currency: String) throws -> InterestProfile {
    guard let referenceDay = InterestProfile.ReferenceDay(rawValue: referenceDay),
      let fixation = InterestProfile.Fixation(rawValue: fixation),
      let rateRounding = InterestProfile.RateRounding(rawValue: rateRounding),
      let dayCount = InterestProfile.DayCount(rawValue: dayCount),
      let centRounding = InterestProfile.CentRounding(rawValue: centRounding)
    else { throw ValidationError("profile") }
    let table = RateTable(
      name: "table",
      rows: rows.map {
        RateTable.Row(
          from: CivilDate(daysSinceEpoch: $0[0]), basisPoints: $0[1], source: "\($0[0])")
      }, asOf: CivilDate(daysSinceEpoch: tableEnds))
    let rate: InterestProfile.Rate =
      switch kind {
      case "none": .none
      case "contract": .contract
      default: .reference(table, marginBasisPoints: margin, referenceDay, fixation)
      }
    return InterestProfile(
      name: "case", source: "", rate: rate, rateRounding: rateRounding, dayCount: dayCount,
      centRounding: centRounding, rateCap: cap,
      compensation: [
        currency: tiers.map { InterestProfile.Tier(from: $0[0], amount: $0[1]) }
      ],
      compensationSource: "", businessOnly: false, yieldsToContract: false, currencies: [],
      allocation: allocation.compactMap(AllocationClass.init(rawValue:)))
  }
}

/// What is reckoned, as a line of JSON.
struct LedgerFigures: Encodable {
  /// Item, first day, last day, days, principal, rate, provisional, amount.
  let segments: [[Int64]]
  /// Item, day, debt, amount.
  let compensation: [[Int64]]
  /// Of each payment by number: account, number, amount.
  let parts: [String: [[String]]]
  /// Account, number, day, amount.
  let reversals: [[String]]
  /// What was settled, conceded and is left, line by line.
  let settlements: [[String]]
  let credit: Int64
  let left: [String: Int64]
  let balance: Int64

  init(_ quote: Quote) {
    segments = quote.segments.map { segment in
      [
        Int64(segment.item), Int64(segment.from.daysSinceEpoch), Int64(segment.to.daysSinceEpoch),
        Int64(segment.days), segment.principal, Int64(segment.rate.basisPoints),
        segment.rate.isProvisional ? 1 : 0, segment.amount,
      ]
    }
    compensation = quote.compensation.map {
      [Int64($0.item), Int64($0.on.daysSinceEpoch), $0.debt, $0.amount]
    }
    var parts: [String: [[String]]] = [:]
    for payment in quote.payments {
      parts["\(payment.number)"] = payment.parts.map {
        [$0.account.rawValue, "\($0.number)", "\($0.amount)"]
      }
    }
    self.parts = parts
    reversals = quote.reversals.map {
      [$0.account.rawValue, "\($0.number)", "\($0.on.daysSinceEpoch)", "\($0.amount)"]
    }
    settlements = quote.settlements.flatMap { settled -> [[String]] in
      func lines(_ name: String, _ parts: [AllocatedPart]) -> [[String]] {
        parts.map { [name, $0.account.rawValue, "\($0.number)", "\($0.amount)"] }
      }
      return [["SETTLED", "\(settled.offer)", "\(settled.beyond)"]]
        + lines("CONCEDED", settled.conceded) + lines("LEFT", settled.left)
    }
    credit = quote.credit
    var left: [String: Int64] = [:]
    for account in LedgerAccount.receivable { left[account.rawValue] = quote.left(account) }
    self.left = left
    balance = quote.balance.minorUnits
  }
}
