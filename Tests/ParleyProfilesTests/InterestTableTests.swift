import ParleyDomain
import ParleyProfiles
import Testing

@Suite struct InterestTableTests {
  private func fault(
    in table: String, _ line: String, becomes other: String
  ) throws -> TableFault? {
    let own = try #require(ProfileShelf.ownTables.first { $0.name == table })
    #expect(own.text.contains(line))
    let rest = ProfileShelf.ownTables.filter { $0.name != table }
    do throws(TableFault) {
      _ = try ProfileShelf(tables: rest + [(table, own.text.replacing(line, with: other))])
      return nil
    } catch {
      return error
    }
  }

  @Test func theOwnTablesHold() throws {
    let shelf = try ProfileShelf(tables: ProfileShelf.ownTables)
    #expect(
      shelf.interest.keys.sorted() == [
        "be-2002-2026.1", "contract-2026.1", "contract-daily-2026.1", "eu-per-period-2026.1",
        "fi-1982-2026.1", "ie-2012-2026.1", "none-2026.1", "uk-1998-2026.1",
        "uk-1998-principal-first-2026.1", "uk-judgments-1838-2026.1",
      ])
    #expect(shelf.rates.keys.sorted() == ["boe-bank-rate", "ecb-mro", "uk-judgments"])
    let bank = try #require(shelf.rates["boe-bank-rate"])
    let eve = try #require(CivilDate(year: 2023, month: 12, day: 31))
    #expect(bank.row(on: eve)?.basisPoints == 525)
    #expect(bank.rows.allSatisfy { !$0.source.isEmpty })
  }

  @Test func aFaultyProfileNamesItsLine() throws {
    let uk = "interest-uk-1998-2026.1.yaml"
    let faults: [(String, String, Int)] = [
      ("rate: boe-bank-rate", "rate: boe", 6),
      ("margin-basis-points: 800", "margin-basis-points: x", 7),
      ("reference-day: previous", "reference-day: next", 8),
      ("fixation: at-start", "fixation: at", 9),
      ("day-count: actual-365", "day-count: 365", 12), ("\"100000\": 7000", "\"1e5\": 7000", 15),
      ("currencies: [GBP]", "currencies: [GPB]", 19),
      ("[costs, interest, principal]", "[costs, interest, costs]", 20),
      ("[costs, interest, principal]", "[costs, interest]", 20),
      ("business-only: yes", "business-only: maybe", 17),
    ]
    for (line, other, at) in faults {
      #expect(try fault(in: uk, line, becomes: other)?.line == at, "\(other)")
    }
    #expect(
      try fault(
        in: "interest-be-2002-2026.1.yaml", "margin-basis-points: 800",
        becomes: "margin-basis-points: 825") != nil)
    #expect(
      try fault(
        in: "interest-contract-2026.1.yaml", "margin-basis-points: 0",
        becomes: "margin-basis-points: 8") != nil)
    #expect(try fault(in: uk, "name: uk-1998-2026.1", becomes: "name: contract-2026.1") != nil)
  }

  @Test func aFaultyTableOfRatesNamesItsLine() throws {
    let bank = "rates-boe-bank-rate.yaml"
    #expect(try fault(in: bank, "2016-08-04: {", becomes: "2026-08-04: {")?.line == 8)
    #expect(try fault(in: bank, "2016-08-04: {", becomes: "2016-08-32: {")?.line == 7)
    #expect(try fault(in: bank, "as-of: 2025-12-31", becomes: "as-of: 2025-12-01")?.line == 5)
    #expect(try fault(in: bank, "basis-points: 525", becomes: "basis-points: 5.25") != nil)
  }
}
