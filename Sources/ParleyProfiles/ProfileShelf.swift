package import ParleyDomain

/// The rule profiles, and the tables they name, at hand: those that come with the program, and those of a data
/// directory.
package struct ProfileShelf: Sendable {
  package private(set) var profiles: [String: RuleProfile] = [:]
  package private(set) var interest: [String: InterestProfile] = [:]
  package private(set) var rates: [String: RateTable] = [:]
  private var shelves = ProfileTable.Shelves()

  /// Reads all tables, the profiles after those they name. Refuses the first that does not hold what
  /// it must, naming the line; and one whose name another has, for a name and version means one thing
  /// for ever.
  package init(tables: [(name: String, text: String)]) throws(TableFault) {
    var waiting: [TableReader] = []
    for table in tables.sorted(by: { $0.name < $1.name }) {
      let reader = try TableReader(table: table.name, text: table.text)
      if reader.keys.contains("holidays") {
        try Self.add(try CalendarTable.read(reader), to: &shelves.calendars, reader)
      } else if reader.keys.contains("periods") {
        try Self.add(try LimitationTableReading.read(reader), to: &shelves.limitations, reader)
      } else if reader.keys.contains("scopes") {
        try Self.add(try ContactRulesReading.read(reader), to: &shelves.contacts, reader)
      } else if reader.keys.contains("withheld-max-basis-points") {
        try Self.add(
          try GarnishmentTableReading.read(reader), to: &shelves.garnishments, reader)
      } else if reader.keys.contains("phrases") {
        try Self.add(try ToneTableReading.read(reader), to: &shelves.tones, reader)
      } else if reader.keys.contains("rows") {
        try Self.add(try RateTableReading.read(reader), to: &rates, reader)
      } else {
        waiting.append(reader)
      }
    }
    for reader in waiting {
      guard !reader.keys.contains("rate") else {
        try Self.add(try InterestTable.read(reader, rates: rates), to: &interest, reader)
        continue
      }
      try Self.add(try ProfileTable.read(reader, shelves), to: &profiles, reader)
    }
  }

  private static func add<Table>(
    _ table: Table, to shelf: inout [String: Table], _ reader: TableReader
  ) throws(TableFault) {
    let name = try reader.text("name")
    guard shelf.updateValue(table, forKey: name) == nil else {
      throw reader.fault(reader.line(of: "name"), "Another table has the name \(name).")
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
      ("weekdays-2026.yaml", PackageResources.weekdays_2026_yaml),
      ("limitation-2026.yaml", PackageResources.limitation_2026_yaml),
      ("contact-us-2026.yaml", PackageResources.contact_us_2026_yaml),
      ("tone-2026.yaml", PackageResources.tone_2026_yaml),
      ("generic-2026.1.yaml", PackageResources.generic_2026_1_yaml),
      ("finra-like-2026.1.yaml", PackageResources.finra_like_2026_1_yaml),
      ("rates-boe-bank-rate.yaml", PackageResources.rates_boe_bank_rate_yaml),
      ("garnishment-us-2026.yaml", PackageResources.garnishment_us_2026_yaml),
      ("rates-uk-judgments.yaml", PackageResources.rates_uk_judgments_yaml),
      (
        "interest-uk-judgments-1838-2026.1.yaml",
        PackageResources.interest_uk_judgments_1838_2026_1_yaml
      ),
      ("rates-ecb-mro.yaml", PackageResources.rates_ecb_mro_yaml),
      ("interest-uk-1998-2026.1.yaml", PackageResources.interest_uk_1998_2026_1_yaml),
      (
        "interest-uk-1998-principal-first-2026.1.yaml",
        PackageResources.interest_uk_1998_principal_first_2026_1_yaml
      ),
      ("interest-ie-2012-2026.1.yaml", PackageResources.interest_ie_2012_2026_1_yaml),
      ("interest-be-2002-2026.1.yaml", PackageResources.interest_be_2002_2026_1_yaml),
      ("interest-fi-1982-2026.1.yaml", PackageResources.interest_fi_1982_2026_1_yaml),
      ("interest-eu-per-period-2026.1.yaml", PackageResources.interest_eu_per_period_2026_1_yaml),
      ("interest-contract-2026.1.yaml", PackageResources.interest_contract_2026_1_yaml),
      ("interest-contract-daily-2026.1.yaml", PackageResources.interest_contract_daily_2026_1_yaml),
      ("interest-none-2026.1.yaml", PackageResources.interest_none_2026_1_yaml),
    ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
  }
}
