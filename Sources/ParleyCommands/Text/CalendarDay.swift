package import ArgumentParser
package import ParleyClient

/// A day, `2026-09-30`. Days that do not exist are refused.
package struct CalendarDay: Hashable, Sendable, ExpressibleByArgument {
  package let iso: String

  package init?(argument: String) {
    guard Timestamp.day(argument) != nil else { return nil }
    iso = argument
  }

  /// `google.type.Date` in its JSON form.
  package var date: PlainValue {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return .null }
    return .fields([
      "year": .whole(parts[0]), "month": .whole(parts[1]), "day": .whole(parts[2]),
    ])
  }

  /// The day at midnight UTC, as a time of the API.
  package var midnight: PlainValue { .text(iso + "T00:00:00Z") }
}
