import Testing

@testable import ParleyCommands

/// Calendars by the letter of RFC 5545.
@Suite struct CalendarTextTests {
  @Test func linesAreFoldedAtSeventyFiveBytesAndNoCharacterIsCut() {
    let text = "DESCRIPTION:" + String(repeating: "é", count: 100)
    let lines = CalendarText.folded(text).split(separator: "\r\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
    #expect(lines[0] + lines.dropFirst().map { String($0.dropFirst()) }.joined() == text)
    let exact = String(repeating: "a", count: 75)
    #expect(CalendarText.folded(exact) == exact)
    #expect(CalendarText.folded(exact + "b") == exact + "\r\n b")
  }

  @Test func textIsEscaped() {
    #expect(CalendarText.escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne")
    #expect(!CalendarText.escaped("a\u{1B}[31mb").contains("\u{1B}"))
  }

  @Test func timesAreInUTC() {
    #expect(CalendarText.utc(0) == "19700101T000000Z")
    #expect(CalendarText.utc(1_780_000_000) == "20260528T202640Z")
  }
}
