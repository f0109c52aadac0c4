import Testing

@testable import ParleyCommands

@Suite struct TimeTests {
  private let lisbon = LocalZone(name: "Europe/Lisbon") { _ in 0 }
  private let tokyo = LocalZone(name: "Asia/Tokyo") { _ in 9 * 3600 }

  @Test func timestampsGoThereAndBack() {
    for text in ["1970-01-01T00:00:00Z", "2026-11-23T12:00:00Z", "2000-02-29T23:59:59Z"] {
      #expect(Timestamp.seconds(text).map(Timestamp.text) == text)
    }
    #expect(Timestamp.seconds("2026-11-23T12:00:00Z") == Stage.now)
    #expect(Timestamp.seconds("2026-11-23T14:00:00.123+02:00") == Stage.now)
    for text in ["", "2026-13-01T00:00:00Z", "2026-11-23 12:00:00Z", "2026-11-23T12:00:00"] {
      #expect(Timestamp.seconds(text) == nil, "\(text)")
    }
  }

  @Test func pastIsRelative() {
    let times = TimeText(now: Stage.now, zone: lisbon, isISO: false)
    #expect(times.past("2026-11-23T11:59:30Z") == "just now")
    #expect(times.past("2026-11-23T11:58:00Z") == "2 minutes ago")
    #expect(times.past("2026-11-23T11:00:00Z") == "1 hour ago")
    #expect(times.past("2026-11-22T23:00:00Z") == "yesterday")
    #expect(times.past("2026-11-20T12:00:00Z") == "3 days ago")
    #expect(times.past("2026-09-07T12:00:00Z") == "7 Sep 2026")
  }

  @Test func dueNamesTheDayInTheReadersZone() {
    let times = TimeText(now: Stage.now, zone: lisbon, isISO: false)
    #expect(times.due("2026-12-07T17:00:00Z") == "in 14 days, Mon 7 Dec 17:00")
    #expect(times.due("2026-11-24T12:00:00Z") == "tomorrow, 12:00")
    #expect(times.due("2026-11-23T11:00:00Z") == "today, 11:00")
    #expect(times.due("2026-11-20T23:59:00Z") == "3 days ago, Fri 20 Nov 23:59")
    let far = TimeText(now: Stage.now, zone: tokyo, isISO: false)
    #expect(far.due("2026-11-24T15:00:00Z") == "tomorrow, 23:59")
    #expect(far.exact("2026-12-07T15:00:00Z") == "8 Dec 2026, 00:00 (Asia/Tokyo)")
  }

  @Test func isoLeavesItAsItCame() {
    let times = TimeText(now: Stage.now, zone: tokyo, isISO: true)
    #expect(times.due("2026-12-07T17:00:00Z") == "2026-12-07T17:00:00Z")
    #expect(times.past("2026-01-07T17:00:00Z") == "2026-01-07T17:00:00Z")
  }
}
