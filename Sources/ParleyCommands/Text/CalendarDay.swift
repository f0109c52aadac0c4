import ArgumentParser
import ParleyClient

/// A day, `2026-09-30`. Days that do not exist are refused.
struct CalendarDay: Hashable, Sendable, ExpressibleByArgument {
  let iso: String

  private init(iso: String) {
    self.iso = iso
  }

  init?(argument: String) {
    guard Timestamp.day(argument) != nil else { return nil }
    iso = argument
  }

  /// The same day so many months later, or the last of a month that has no such day.
  func adding(months: Int) -> CalendarDay {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    let index = parts[0] * 12 + parts[1] - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    var day = parts[2]
    while day > 28, CivilTime.seconds(year: year, month: month, day: day) == nil { day -= 1 }
    return CalendarDay(
      iso: "\(year)-\(CivilTime.two(month))-\(CivilTime.two(day))")
  }

  /// `google.type.Date` in its JSON form.
  var date: PlainValue {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return .null }
    return .fields([
      "year": .whole(parts[0]), "month": .whole(parts[1]), "day": .whole(parts[2]),
    ])
  }

  /// The day at midnight UTC, as a time of the API.
  var midnight: PlainValue { .text(iso + "T00:00:00Z") }
}
