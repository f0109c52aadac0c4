package import ParleyDomain

/// Days and moments as letters and sentences write them.
package enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `30 September 2026`.
  package static func day(_ date: CivilDate) -> String {
    "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// `7 December 2026, 23:59 (Europe/Lisbon)`.
  package static func moment(_ instant: Instant, in zone: Zone) -> String {
    let date = zone.date(at: instant)
    let seconds = (instant.milliseconds - zone.start(of: date).milliseconds) / 1000
    let clock = "\(two(Int(seconds / 3600))):\(two(Int(seconds % 3600 / 60)))"
    return "\(day(date)), \(clock) (\(zone.name))"
  }

  /// The last minute of a period that is over at `instant`: the moment before, for people to read.
  package static func lastMinute(before instant: Instant, in zone: Zone) -> String {
    moment(instant.adding(milliseconds: -60_000), in: zone)
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
