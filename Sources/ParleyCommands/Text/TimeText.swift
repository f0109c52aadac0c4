/// Puts instants into words: relative for what is past, the day and hour for what is due.
struct TimeText: Sendable {
  let now: Int64
  let zone: LocalZone
  let isISO: Bool

  /// "3 hours ago", "yesterday", "7 Sep 2026".
  func past(_ rfc3339: String) -> String {
    guard !isISO, let instant = Timestamp.seconds(rfc3339) else { return rfc3339 }
    let ago = now - instant
    if ago < 0 { return due(rfc3339) }
    if ago < 60 { return "just now" }
    if ago < 3600 { return Self.count(ago / 60, "minute") + " ago" }
    let days = zone.civil(now).dayNumber - zone.civil(instant).dayNumber
    if days == 0 { return Self.count(ago / 3600, "hour") + " ago" }
    if days == 1 { return "yesterday" }
    if days < 7 { return "\(days) days ago" }
    return date(instant)
  }

  /// "in 3 days, Mon 7 Dec 17:00", "tomorrow, 12:00", "2 days ago, Sat 5 Dec 23:59". What ends with a
  /// day is said to end at 23:59 of that day, never at 00:00 of the next.
  func due(_ rfc3339: String) -> String {
    guard !isISO, let instant = Timestamp.seconds(rfc3339) else { return rfc3339 }
    let endsADay = zone.civil(instant).clock == "00:00"
    let last = endsADay ? instant - 60 : instant
    let civil = zone.civil(last)
    let days = civil.dayNumber - zone.civil(now).dayNumber
    let day = "\(civil.weekday) \(civil.day) \(civil.monthName) \(civil.clock)"
    switch days {
    case 0: return "today, \(civil.clock)"
    case 1: return "tomorrow, \(civil.clock)"
    case -1: return "yesterday, \(civil.clock)"
    case ..<0: return "\(-days) days ago, \(day)"
    case 2..<60: return "in \(days) days, \(day)"
    default: return "\(date(last)) \(civil.clock)"
    }
  }

  /// "8 Dec 2026, 00:00 (Europe/Lisbon)": an instant that a rule names.
  func exact(_ rfc3339: String) -> String {
    guard !isISO, let instant = Timestamp.seconds(rfc3339) else { return rfc3339 }
    return "\(date(instant)), \(zone.civil(instant).clock) (\(zone.name))"
  }

  private func date(_ instant: Int64) -> String {
    let civil = zone.civil(instant)
    return "\(civil.day) \(civil.monthName) \(civil.year)"
  }

  private static func count(_ number: Int64, _ unit: String) -> String {
    "\(number) \(unit)\(number == 1 ? "" : "s")"
  }
}
