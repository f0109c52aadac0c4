import ParleyDomain

/// How an interest profile is written down.
enum InterestTable {
  static func read(
    _ reader: TableReader, rates: [String: RateTable]
  ) throws(TableFault) -> InterestProfile {
    try reader.expect([
      "name", "dated", "source", "rate", "margin-basis-points", "reference-day", "fixation",
      "rate-rounding", "rate-cap-basis-points", "day-count", "cent-rounding", "compensation",
      "compensation-source", "business-only", "yields-to-contract-rate", "currencies",
      "allocation",
    ])
    guard CalendarTable.day(try reader.text("dated")) != nil else {
      throw reader.fault(reader.line(of: "dated"), "dated is a day, such as 2026-01-01.")
    }
    let rounding = try choice(reader, "rate-rounding", InterestProfile.RateRounding.self)
    let margin = try reader.number("margin-basis-points", in: 0...10_000)
    guard rounding == .none || margin % 50 == 0 else {
      throw reader.fault(
        reader.line(of: "margin-basis-points"),
        "With up-to-half-point the margin is whole half points.")
    }
    return InterestProfile(
      name: try reader.text("name"), source: try reader.text("source"),
      rate: try rate(reader, rates, margin: margin), rateRounding: rounding,
      dayCount: try choice(reader, "day-count", InterestProfile.DayCount.self),
      centRounding: try choice(reader, "cent-rounding", InterestProfile.CentRounding.self),
      rateCap: try cap(reader), compensation: try compensation(reader),
      compensationSource: try reader.text("compensation-source"),
      businessOnly: try reader.choice("business-only", yesOrNo),
      yieldsToContract: try reader.choice("yields-to-contract-rate", yesOrNo),
      currencies: try currencies(reader), allocation: try allocation(reader))
  }

  private static let yesOrNo = ["yes": true, "no": false]

  private static func choice<Value: RawRepresentable & CaseIterable>(
    _ reader: TableReader, _ name: String, _: Value.Type
  ) throws(TableFault) -> Value where Value.RawValue == String {
    try reader.choice(
      name,
      Dictionary(Value.allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  private static func rate(
    _ reader: TableReader, _ rates: [String: RateTable], margin: Int
  ) throws(TableFault) -> InterestProfile.Rate {
    let day = try choice(reader, "reference-day", InterestProfile.ReferenceDay.self)
    let fixation = try choice(reader, "fixation", InterestProfile.Fixation.self)
    var choices: [String: InterestProfile.Rate] = ["none": .none, "contract": .contract]
    for (name, table) in rates {
      choices[name] = .reference(table, marginBasisPoints: margin, day, fixation)
    }
    let rate = try reader.choice("rate", choices)
    if case .reference = rate { return rate }
    guard margin == 0 else {
      throw reader.fault(
        reader.line(of: "margin-basis-points"), "Only a reference rate has a margin.")
    }
    return rate
  }

  private static func cap(_ reader: TableReader) throws(TableFault) -> Int? {
    let name = "rate-cap-basis-points"
    return try reader.text(name) == "none" ? nil : try reader.number(name, in: 1...100_000)
  }

  private static func currencies(_ reader: TableReader) throws(TableFault) -> Set<String> {
    let codes = try reader.texts("currencies")
    if let odd = codes.first(where: { Currency(code: $0) == nil }) {
      throw reader.fault(reader.line(of: "currencies"), "\(odd) is no currency.")
    }
    return Set(codes)
  }

  private static func allocation(
    _ reader: TableReader
  ) throws(TableFault) -> [AllocationClass] {
    let steps = try reader.texts("allocation").compactMap(AllocationClass.init(rawValue:))
    guard steps.count == AllocationClass.allCases.count, Set(steps).count == steps.count else {
      throw reader.fault(
        reader.line(of: "allocation"),
        "allocation orders costs, interest, principal; each once.")
    }
    return steps
  }

  private static func compensation(
    _ reader: TableReader
  ) throws(TableFault) -> [String: [InterestProfile.Tier]] {
    let list = try reader.part("compensation")
    var tiers: [String: [InterestProfile.Tier]] = [:]
    for code in list.keys {
      guard Currency(code: code) != nil else {
        throw reader.fault(list.line(of: code), "\(code) is no currency.")
      }
      let part = try list.part(code)
      var rows: [InterestProfile.Tier] = []
      for key in part.keys {
        guard let from = Int64(key), from >= 0, rows.last.map({ $0.from < from }) ?? true else {
          throw reader.fault(
            part.line(of: key), "Tiers begin at a debt in the smallest unit, in rising order.")
        }
        let amount = try part.number(key, in: 1...100_000_000)
        rows.append(InterestProfile.Tier(from: from, amount: Int64(amount)))
      }
      tiers[code] = rows
    }
    return tiers
  }
}
