import ParleyDomain

/// How a cap on the garnishment of earnings is written down.
enum GarnishmentTableReading {
  static func read(_ reader: TableReader) throws(TableFault) -> GarnishmentTable {
    try reader.expect([
      "name", "dated", "jurisdictions", "currency", "withheld-max-basis-points", "exempt", "source",
    ])
    _ = try reader.day("dated")
    let part = try reader.part("exempt")
    let names = GarnishmentTable.Period.allCases.map(spelled)
    try part.expect(names)
    var exempt: [GarnishmentTable.Period: Int64] = [:]
    for period in GarnishmentTable.Period.allCases {
      exempt[period] = Int64(try part.number(spelled(period), in: 0...100_000_000))
    }
    return GarnishmentTable(
      name: try reader.text("name"), jurisdictions: try reader.texts("jurisdictions"),
      currency: try reader.text("currency"),
      basisPoints: try reader.number("withheld-max-basis-points", in: 0...10_000),
      exempt: exempt, source: try reader.text("source"))
  }

  private static func spelled(_ period: GarnishmentTable.Period) -> String {
    period.rawValue.lowercased().replacing("_", with: "-")
  }
}
