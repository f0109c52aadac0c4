import IntakeReading
import Testing

struct MailDateTests {
  @Test(arguments: [
    ("Wed, 07 Oct 2026 09:12:00 +0100", 1_791_360_720, 60),
    ("7 Oct 2026 09:12 +0100", 1_791_360_720, 60),
    ("Wed, 7 Oct 26 08:12:00 GMT", 1_791_360_720, 0),
    ("7-Oct-2026 03:12:00 EST", 1_791_360_720, -300),
    ("Wed, 07 Oct 2026 09:12:00 +0100 (BST (summer))", 1_791_360_720, 60),
    ("29 Feb 2024 00:00:00 Z", 1_709_164_800, 0),
    ("1 Jan 1970 00:00:00 -0330", 12_600, -210),
  ])
  func readsMomentAndZone(text: String, seconds: Int64, offset: Int) throws {
    let date = try #require(MailDate(text))
    #expect(date.seconds == seconds)
    #expect(date.offsetMinutes == offset)
  }

  @Test(arguments: ["Wed Oct  7 08:12:00 2026", "Wed, 07 Oct 2026 08:12:00 -0000"])
  func takesUTCWhereNoZoneIsKnown(text: String) throws {
    let date = try #require(MailDate(text))
    #expect(date.seconds == 1_791_360_720)
    #expect(date.offsetMinutes == nil)
  }

  @Test(arguments: [
    "", "yesterday", "31 Feb 2026 09:12:00 +0000", "29 Feb 2026 09:12:00 +0000",
    "7 Oct 99999 09:12:00 +0000", "7 Oct 2026 25:00:00 +0000", "7 Oct 2026 09:60:00 +0000",
    "7 Oct 2026 09:12:61 +0000", "0 Oct 2026 09:12:00 +0000", "7 Foo 2026 09:12:00 +0000",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(MailDate(text) == nil)
  }
}
