package import ParleyDomain

/// The rule profiles and calendars at hand: those that come with the program, and those of a data
/// directory.
package struct ProfileShelf: Sendable {
  package private(set) var profiles: [String: RuleProfile] = [:]
  private var calendars: [String: WorkingCalendar] = [:]

  /// Reads all tables, calendars before the profiles that name them. Refuses the first that does not
  /// hold what it must, naming the line; and one whose name another has, for a name and version means
  /// one thing for ever.
  package init(tables: [(name: String, text: String)]) throws(TableFault) {
    var waiting: [(reader: TableReader, name: String)] = []
    for table in tables.sorted(by: { $0.name < $1.name }) {
      let reader = try TableReader(table: table.name, text: table.text)
      if reader.keys.contains("holidays") {
        try add(try CalendarTable.read(reader), reader)
      } else {
        waiting.append((reader, table.name))
      }
    }
    for table in waiting {
      let profile = try ProfileTable.read(table.reader, calendars: calendars)
      guard profiles.updateValue(profile, forKey: profile.name) == nil else {
        throw table.reader.fault(
          table.reader.line(of: "name"), "Another table has the name \(profile.name).")
      }
    }
  }

  private mutating func add(
    _ calendar: WorkingCalendar, _ reader: TableReader
  ) throws(TableFault) {
    guard calendars.updateValue(calendar, forKey: calendar.name) == nil else {
      throw reader.fault(reader.line(of: "name"), "Another table has the name \(calendar.name).")
    }
  }
}

extension ProfileShelf {
  /// The profile of disputes that name none.
  package static let standard = "generic-2026.1"

  /// The tables that come with the program.
  package static var ownTables: [(name: String, text: String)] {
    [
      ("every-day-2026.yaml", PackageResources.every_day_2026_yaml),
      ("us-federal-2026.yaml", PackageResources.us_federal_2026_yaml),
      ("generic-2026.1.yaml", PackageResources.generic_2026_1_yaml),
      ("finra-like-2026.1.yaml", PackageResources.finra_like_2026_1_yaml),
    ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
  }
}
