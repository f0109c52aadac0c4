import ParleyDomain
import ParleyProfiles
import Testing

@Suite struct TableTests {
  private func own(_ name: String) throws -> String {
    try #require(ProfileShelf.ownTables.first { $0.name == name }).text
  }

  /// The fault that a change of one line of the standard profile brings.
  private func fault(_ line: String, becomes other: String) throws -> TableFault? {
    let text = try own("generic-2026.1.yaml")
    #expect(text.contains(line))
    let rest = ProfileShelf.ownTables.filter { $0.name != "generic-2026.1.yaml" }
    do throws(TableFault) {
      _ = try ProfileShelf(
        tables: rest + [("generic-2026.1.yaml", text.replacing(line, with: other))])
      return nil
    } catch {
      return error
    }
  }

  @Test func theOwnTablesHold() throws {
    let shelf = try ProfileShelf(tables: ProfileShelf.ownTables)
    #expect(shelf.profiles.keys.sorted() == ["finra-like-2026.1", "generic-2026.1"])
    let generic = try #require(shelf.profiles[ProfileShelf.standard])
    for number in RuleProfile.Number.allCases {
      let sourced = try #require(generic.numbers[number])
      #expect(number.range.contains(sourced.value))
      #expect(!sourced.source.isEmpty)
    }
    #expect(generic.graceDaysDefault == 14)
    #expect(shelf.profiles["finra-like-2026.1"]?.answerDays == 45)
    #expect(shelf.profiles["finra-like-2026.1"]?.medArb == .never)
    #expect(generic.medArb == .consent)
  }

  @Test func aFaultNamesItsLine() throws {
    #expect(try fault("silence: default", becomes: "silence: maybe")?.line == 4)
    #expect(try fault("  letter: 0", becomes: "  letter: 31")?.line == 11)
    #expect(
      try fault("  cure: {value: 14", becomes: "  cure: {value: 0")?.description
        == "generic-2026.1.yaml, line 16: value is a number from 1 to 3650.")
    #expect(
      try fault("med-arb: consent", becomes: "med-arb: always")?.problem
        == "med-arb is one of consent, never.")
    #expect(try fault("med-arb: consent", becomes: "med-arb: always")?.line == 48)
    #expect(try fault("roll: none", becomes: "rolls: none")?.line == 6)
    #expect(try fault("calendar: every-day-2026", becomes: "calendar: mine")?.line == 5)
    #expect(try fault("cut-off: \"24:00\"", becomes: "cut-off: \"24:01\"")?.line == 7)
    #expect(try fault("dated: 2026-01-01", becomes: "dated: 2026-02-30")?.line == 3)
    #expect(try fault("name: generic-2026.1", becomes: "name: [x")?.problem == "This is no YAML.")
    #expect(try fault("name: generic-2026.1", becomes: "name: finra-like-2026.1") != nil)
    #expect(
      try fault("  grace-default: {value: 14", becomes: "  grace-default: {value: 31")?.problem
        == "grace-default is at most grace-max.")
  }

  /// The fault that a change of one piece of another table brings.
  private func fault(
    in name: String, _ piece: String, becomes other: String
  ) throws -> TableFault? {
    let text = try own(name)
    #expect(text.contains(piece), "\(piece)")
    var changed = text
    if let place = text.firstRange(of: piece) { changed.replaceSubrange(place, with: other) }
    let rest = ProfileShelf.ownTables.filter { $0.name != name }
    do throws(TableFault) {
      _ = try ProfileShelf(tables: rest + [(name, changed)])
      return nil
    } catch {
      return error
    }
  }

  @Test func aLimitationThatDoesNotHoldNamesItsLine() throws {
    let table = "limitation-2026.yaml"
    let period = try #require(try fault(in: table, "period: 4 years", becomes: "period: 4 weeks"))
    #expect(period.description.hasPrefix("limitation-2026.yaml, line 15: period is a length"))
    #expect(try fault(in: table, "period: 4 years", becomes: "period: 51 years") != nil)
    #expect(try fault(in: table, "from: due-date", becomes: "from: yesterday")?.line == 16)
    #expect(try fault(in: table, "restarts: []", becomes: "restarts: [rain]")?.line == 18)
    #expect(try fault(in: table, "as-of: 2026-01-01", becomes: "as-of: lately")?.line == 20)
    #expect(
      try fault(in: table, "confidence: verified", becomes: "confidence: total")?.line == 21)
    // Two rows for one contract: the second is the fault.
    let double = try #require(
      try fault(in: table, "forms: [electronic]", becomes: "forms: [written-signed]"))
    #expect(double.line == 22)
    #expect(double.problem.contains("US-CA"))
  }

  @Test func rulesOfContactAndToneThatDoNotHoldAreRefused() throws {
    let contact = "contact-us-2026.yaml"
    #expect(try fault(in: contact, "opens: \"8:00\"", becomes: "opens: \"22:00\"") != nil)
    #expect(try fault(in: contact, "calls-max: {value: 7", becomes: "calls-max: {value: 0") != nil)
    #expect(try fault(in: contact, "debtor: individual", becomes: "debtor: anybody")?.line == 6)
    let tone = "tone-2026.yaml"
    let phrase = "text: \"you will be arrested\""
    #expect(try fault(in: tone, phrase, becomes: "text: \"...\"") != nil)
    let rude = try fault("tone: tone-2026", becomes: "tone: rude")
    #expect(rude?.problem.hasPrefix("tone is") == true)
    #expect(try fault("days: [7, 14, 21]", becomes: "days: [7, 7]") != nil)
    #expect(try fault("contact: contact-us-2026", becomes: "contact: none") == nil)
  }

  @Test func anEmptyOrOddTableIsRefused() {
    for text in ["", "[1, 2]", "just words", "name: x\nname: y"] {
      #expect(throws: TableFault.self) { try ProfileShelf(tables: [("x.yaml", text)]) }
    }
  }

  @Test func holidaysAreReadAsObserved() throws {
    let calendar = try #require(
      try ProfileShelf(tables: ProfileShelf.ownTables).profiles["finra-like-2026.1"]
    ).calendar
    func rest(_ month: Int, _ day: Int) throws -> String? {
      calendar.rest(on: try #require(CivilDate(year: 2026, month: month, day: day)))
    }
    #expect(try rest(7, 3) == "Independence Day")
    #expect(try rest(7, 4) == "Saturday")
    #expect(try rest(11, 26) == "Thanksgiving Day")
    #expect(try rest(11, 27) == nil)
    #expect(try rest(11, 29) == "Sunday")
  }
}
