import ParleyDomain

/// How a table of reference rates is written down.
enum RateTableReading {
  static func read(_ reader: TableReader) throws(TableFault) -> RateTable {
    try reader.expect(["name", "source", "as-of", "rows"])
    _ = try reader.text("source")
    guard let asOf = CalendarTable.day(try reader.text("as-of")) else {
      throw reader.fault(reader.line(of: "as-of"), "as-of is a day, such as 2026-01-01.")
    }
    let list = try reader.part("rows")
    var rows: [RateTable.Row] = []
    for key in list.keys {
      guard let day = CalendarTable.day(key) else {
        throw reader.fault(list.line(of: key), "\(key) is no day; write 2026-12-25.")
      }
      if let before = rows.last, before.from >= day {
        throw reader.fault(list.line(of: key), "\(key) is not after the row before it.")
      }
      let part = try list.part(key)
      try part.expect(["basis-points", "source"])
      rows.append(
        RateTable.Row(
          from: day, basisPoints: try part.number("basis-points", in: 0...10_000),
          source: try part.text("source")))
    }
    guard let last = rows.last else {
      throw reader.fault(reader.line(of: "rows"), "A table has at least one row.")
    }
    guard last.from <= asOf else {
      throw reader.fault(reader.line(of: "as-of"), "as-of is not before the last row.")
    }
    return RateTable(name: try reader.text("name"), rows: rows, asOf: asOf)
  }
}
