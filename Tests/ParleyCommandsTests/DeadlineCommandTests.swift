import ParleyClient
import Testing

@testable import ParleyCommands

/// The commands about deadlines: what they ask for, and what they make of the answer.
@Suite struct DeadlineCommandTests {
  private let listed = """
    {"deadlines":[
      {"dispute":"disputes/7k3qm2xw","kind":"DEADLINE_KIND_GRACE","rule":"T5","zone":"UTC",
       "dueTime":"2026-12-08T00:00:00Z","waitsOn":["TURN_RESPONDENT"],
       "reckoning":{"triggerTime":"2026-11-23T09:00:00Z","periodDays":14,"source":"Demand 1",
         "nominalDate":{"year":2026,"month":12,"day":7},
         "lastDate":{"year":2026,"month":12,"day":7},"cutOffMinutes":1440,
         "calendar":"every-day-2026"}},
      {"dispute":"disputes/7k3qm2xw","kind":"DEADLINE_KIND_LIMITATION","rule":"T1","zone":"UTC",
       "dueTime":"2032-04-16T00:00:00Z","waitsOn":["TURN_CLAIMANT"],
       "reckoning":{"triggerTime":"2026-11-23T09:00:00Z","cutOffMinutes":1440,
         "limitation":{"table":"limitation-2026","jurisdiction":"US-WA","item":1,
           "start":"LIMITATION_START_DUE_DATE","startDate":{"year":2026,"month":4,"day":15},
           "periodMonths":72,"restarts":["LIMITATION_RESTART_PART_PAYMENT"],
           "source":"RCW 4.16.040","asOfDate":{"year":2026,"month":1,"day":1},
           "confidence":"CONFIDENCE_VERIFIED"}}},
      {"dispute":"disputes/7k3qm2xw","kind":"DEADLINE_KIND_ANSWER","rule":"T16",
       "standsStill":true}]}
    """

  @Test func theCalendarIsTheSameEachTime() async throws {
    let stage = try Stage()
    try stage.channel.answer(.listDeadlines, listed)
    #expect(await stage.run("deadline export 7k3q-m2xw") == 0)
    let text = stage.output
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.suffix(2) == ["END:VCALENDAR", ""])
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
    // What stands still is due at no moment.
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 2)
    #expect(lines.contains("UID:7k3qm2xw-grace@parley"))
    #expect(lines.contains("DTSTART:20261208T000000Z"))
    #expect(lines.contains("DTSTAMP:20261123T090000Z"))
    #expect(lines.contains("SUMMARY:7k3q-m2xw: grace"))
    let again = try Stage()
    try again.channel.answer(.listDeadlines, listed)
    #expect(await again.run("deadline export 7k3q-m2xw") == 0)
    #expect(again.output == text)
  }

  @Test func allOrOneAndNoOtherForm() async throws {
    let stage = try Stage()
    #expect(await stage.run("deadline export") == 64)
    #expect(await stage.run("deadline export 7k3q-m2xw --all") == 64)
    #expect(await stage.run("deadline export --all -o json") == 64)
    try stage.channel.answer(.listDeadlines, #"{"deadlines":[]}"#)
    #expect(await stage.run("deadline export --all") == 0)
    #expect(stage.channel.requests(.listDeadlines).first?.text("parent") == "disputes/-")
  }

  @Test func whyLimitationNamesItsRow() async throws {
    let stage = try Stage()
    try stage.channel.answer(.listDeadlines, listed)
    #expect(await stage.run("deadline why 7k3q-m2xw limitation") == 0)
    for part in [
      "limitation-2026, US-WA: RCW 4.16.040", "as of 2026-01-01, verified",
      "the due date of item 1, 2026-04-15", "6 years", "part payment",
    ] {
      #expect(stage.output.contains(part), "\(part) in \(stage.output)")
    }
  }

  @Test func aSupposedPeriodIsAskedOfTheServer() async throws {
    let stage = try Stage()
    try stage.channel.answer(
      .simulateDeadline,
      """
      {"dispute":"disputes/7k3qm2xw","kind":"DEADLINE_KIND_ANSWER","zone":"UTC",
       "dueTime":"2026-12-31T00:00:00Z","reckoning":{"triggerTime":"2026-12-16T00:00:00Z",
       "periodDays":14,"source":"As asked.","cutOffMinutes":960,
       "nominalDate":{"year":2026,"month":12,"day":30},
       "lastDate":{"year":2026,"month":12,"day":30}}}
      """)
    #expect(
      await stage.run("deadline simulate 7k3q-m2xw answer --from 2026-12-16 --days 14d --by letter")
        == 0)
    let sent = try #require(stage.channel.requests(.simulateDeadline).first)
    #expect(sent.text("kind") == "DEADLINE_KIND_ANSWER")
    #expect(sent.text("channel") == "CHANNEL_LETTER")
    #expect(sent.integer("days") == 14)
    #expect(stage.output.contains("2026-12-30"))
  }
}
