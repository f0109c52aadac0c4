import ParleyDomain
import ParleyService
import Testing

struct ZoneFolderTests {
  @Test func summerTimeInLisbonBeginsAtOneInTheMorning() throws {
    let zone = try ZoneFolder().zone("Europe/Lisbon")
    // 2027-03-28T01:00:00Z
    let change = Instant(milliseconds: 1_806_195_600_000)
    #expect(zone.offsetSeconds(at: change.adding(milliseconds: -1)) == 0)
    #expect(zone.offsetSeconds(at: change) == 3600)
    // 2090-07-01T12:00:00Z: carried on by the rule of the footer.
    #expect(zone.offsetSeconds(at: Instant(milliseconds: 3_802_593_600_000)) == 3600)
    // 2090-01-15T12:00:00Z
    #expect(zone.offsetSeconds(at: Instant(milliseconds: 3_788_164_800_000)) == 0)
  }

  @Test func southernSummerRunsOverTheYearsEnd() throws {
    let zone = try ZoneFolder().zone("Australia/Sydney")
    #expect(zone.offsetSeconds(at: Instant(milliseconds: 3_788_164_800_000)) == 39_600)
    #expect(zone.offsetSeconds(at: Instant(milliseconds: 3_802_593_600_000)) == 36_000)
  }

  @Test func zonesWithoutSummerTimeKeepTheirOffset() throws {
    let zone = try ZoneFolder().zone("Asia/Kolkata")
    #expect(zone.offsetSeconds(at: Instant(milliseconds: 3_788_164_800_000)) == 19_800)
  }

  @Test(arguments: ["", "../../etc/passwd", "/etc/passwd", "Europe/Atlantis", "Europe/"])
  func namesThatAreNoZonesAreRefused(_ name: String) {
    #expect(throws: ZoneFolder.Fault.self) { try ZoneFolder().zone(name) }
  }

  @Test func aFileCutShortIsRefused() throws {
    #expect(throws: ZoneFile.Fault.self) {
      try ZoneFile.zone(named: "X", from: Array("TZif2".utf8))
    }
  }
}
