import ParleyDomain

/// How a calendar is written down.
enum CalendarTable {
  static func read(_ reader: TableReader) throws(TableFault) -> WorkingCalendar {
    try reader.expect(["name", "source", "weekend", "holidays"])
    _ = try reader.text("source")
    var weekend: Set<Int> = []
    for name in try reader.texts("weekend") {
      guard let day = days.firstIndex(of: name) else {
        throw reader.fault(
          reader.line(of: "weekend"), "\(name) is no day of the week.")
      }
      weekend.insert(day + 1)
    }
    guard weekend.count < 7 else {
      throw reader.fault(reader.line(of: "weekend"), "One day at least is a working day.")
    }
    let list = try reader.part("holidays")
    var holidays: [CivilDate: String] = [:]
    for key in list.keys {
      guard let day = day(key) else {
        throw reader.fault(list.line(of: key), "\(key) is no day; write 2026-12-25.")
      }
      holidays[day] = try list.text(key)
    }
    return WorkingCalendar(name: try reader.text("name"), weekend: weekend, holidays: holidays)
  }

  static func day(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
      let day = parts[2]
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static let days = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
