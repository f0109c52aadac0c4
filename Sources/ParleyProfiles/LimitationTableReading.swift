import ParleyDomain

/// How periods of limitation are written down.
enum LimitationTableReading {
  static func read(_ reader: TableReader) throws(TableFault) -> LimitationTable {
    try reader.expect(["name", "dated", "periods"])
    _ = try reader.day("dated")
    var rows: [LimitationRow] = []
    for part in try reader.parts("periods") {
      let row = try row(part)
      if let other = rows.first(where: { $0.overlaps(row) }) {
        throw part.fault(
          part.line(of: "jurisdictions"),
          "Another row says the same of \(other.jurisdictions.joined(separator: ", ")).")
      }
      rows.append(row)
    }
    return LimitationTable(name: try reader.text("name"), rows: rows)
  }

  private static func row(_ part: TableReader) throws(TableFault) -> LimitationRow {
    try part.expect([
      "jurisdictions", "forms", "types", "period", "from", "delay-months", "restarts", "source",
      "as-of", "confidence",
    ])
    let places = try part.texts("jurisdictions")
    guard !places.isEmpty else {
      throw part.fault(part.line(of: "jurisdictions"), "Name at least one jurisdiction, or \"*\".")
    }
    return LimitationRow(
      jurisdictions: places,
      forms: try part.choices("forms", names(ContractForm.allCases)),
      types: try part.choices("types", names(ContractType.allCases)),
      start: try part.choice("from", names(LimitationRow.Start.allCases)),
      delayMonths: try part.number("delay-months", in: 0...120), months: try months(part),
      restarts: try part.texts("restarts").isEmpty
        ? [] : try part.choices("restarts", names(LimitationRow.Restart.allCases)),
      source: try part.text("source"), asOf: try part.day("as-of"),
      confidence: try part.choice("confidence", names(LimitationRow.Confidence.allCases)))
  }

  /// `6 years` or `18 months`.
  private static func months(_ part: TableReader) throws(TableFault) -> Int {
    let words = try part.text("period").split(separator: " ")
    let unit = ["year": 12, "years": 12, "month": 1, "months": 1]
    guard words.count == 2, let count = Int(words[0]), let length = unit[String(words[1])],
      (1...600).contains(count), count * length <= 600
    else {
      throw part.fault(
        part.line(of: "period"), "period is a length up to 50 years, such as 6 years, 18 months.")
    }
    return count * length
  }

  /// How a table spells the names of the domain: `WRITTEN_SIGNED` as `written-signed`.
  static func names<Value: RawRepresentable>(_ values: [Value]) -> [String: Value]
  where Value.RawValue == String {
    var names: [String: Value] = [:]
    for value in values { names[value.rawValue.lowercased().replacing("_", with: "-")] = value }
    return names
  }
}

extension LimitationRow {
  /// Whether both would be the row of some contract, at the same rank.
  fileprivate func overlaps(_ other: LimitationRow) -> Bool {
    !Set(jurisdictions).isDisjoint(with: other.jurisdictions)
      && !forms.isDisjoint(with: other.forms) && !types.isDisjoint(with: other.types)
  }
}
