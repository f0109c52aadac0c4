extension CivilDate {
  /// The same day of the month so many months later, or the last day of a month that has no such day:
  /// a year from 29 February ends on 28 February.
  package func adding(months: Int) -> CivilDate {
    let count = year * 12 + month - 1 + min(max(months, -120_000), 120_000)
    let target = min(max(count, 12), 9999 * 12 + 11)
    for last in stride(from: day, through: 28, by: -1) {
      if let found = CivilDate(year: target / 12, month: target % 12 + 1, day: last) {
        return found
      }
    }
    return CivilDate(year: target / 12, month: target % 12 + 1, day: min(day, 28)) ?? self
  }
}

extension WorkingCalendar {
  /// The day that is so many working days after another, which does not count.
  package func day(workingDays: Int, after start: CivilDate) -> CivilDate {
    var day = start
    var left = workingDays
    // No table rests longer than this in a row; the bound keeps a bad one from hanging the clock.
    for _ in 0..<(max(0, workingDays) * 8 + 60) where left > 0 {
      day = day.adding(days: 1)
      if rest(on: day) == nil { left -= 1 }
    }
    return day
  }
}
