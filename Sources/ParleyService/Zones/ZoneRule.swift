import ParleyDomain

/// The rule in the footer of a zone file, in the POSIX form `WET0WEST,M3.5.0/1,M10.5.0`: the offsets
/// of standard and summer time and the days on which one follows the other.
struct ZoneRule {
  private struct Change {
    let month: Int
    let week: Int
    let weekday: Int
    let seconds: Int
  }

  private let standardOffset: Int
  private let summerOffset: Int
  private let toSummer: Change
  private let toStandard: Change

  /// Nil where the footer has no change of time, or one by day numbers (no zone in use has that).
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var rest = parts[0]
    guard ZoneRule.name(&rest), let standard = ZoneRule.duration(&rest), ZoneRule.name(&rest),
      let start = ZoneRule.change(parts[1]), let end = ZoneRule.change(parts[2])
    else { return nil }
    standardOffset = -standard
    summerOffset = rest.isEmpty ? -standard + 3600 : ZoneRule.duration(&rest).map { -$0 } ?? 0
    toSummer = start
    toStandard = end
  }

  /// Every change from 1970 through the year, in order.
  func transitions(through year: Int) -> [Zone.Transition] {
    (1970...year).flatMap { year in
      [
        Zone.Transition(
          at: moment(of: toSummer, in: year, offset: standardOffset), offsetSeconds: summerOffset),
        Zone.Transition(
          at: moment(of: toStandard, in: year, offset: summerOffset),
          offsetSeconds: standardOffset),
      ]
    }.sorted { $0.at < $1.at }
  }

  private func moment(of change: Change, in year: Int, offset: Int) -> Instant {
    let first = CivilDate(year: year, month: change.month, day: 1)?.daysSinceEpoch ?? 0
    // 1970-01-01 was a Thursday, the day numbered 4.
    let firstWeekday = ((first % 7) + 7 + 4) % 7
    var day = first + (change.weekday - firstWeekday + 7) % 7 + (change.week - 1) * 7
    let nextYear = change.month == 12 ? year + 1 : year
    let nextMonth = change.month == 12 ? 1 : change.month + 1
    let next = CivilDate(year: nextYear, month: nextMonth, day: 1)?.daysSinceEpoch ?? day
    while day >= next { day -= 7 }
    let seconds = Int64(day) * 86_400 + Int64(change.seconds - offset)
    return Instant(milliseconds: seconds * 1000)
  }

  private static func name(_ text: inout Substring) -> Bool {
    if text.first == "<" {
      guard let end = text.firstIndex(of: ">") else { return false }
      text = text[text.index(after: end)...]
      return true
    }
    let letters = text.prefix { $0.isLetter }
    text = text.dropFirst(letters.count)
    return letters.count >= 3
  }

  private static func duration(_ text: inout Substring) -> Int? {
    var sign = 1
    if let first = text.first, first == "-" || first == "+" {
      sign = first == "-" ? -1 : 1
      text = text.dropFirst()
    }
    let digits = text.prefix { $0.isNumber || $0 == ":" }
    text = text.dropFirst(digits.count)
    let numbers = digits.split(separator: ":").map { Int($0) ?? -1 }
    guard (1...3).contains(numbers.count), numbers.allSatisfy({ (0...167).contains($0) }) else {
      return nil
    }
    return sign * zip(numbers, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func change(_ text: Substring) -> Change? {
    let halves = text.split(separator: "/")
    guard let days = halves.first, days.first == "M" else { return nil }
    let numbers = days.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
      (0...6).contains(numbers[2])
    else { return nil }
    var seconds = 7200
    if halves.count == 2 {
      var time = halves[1]
      guard let parsed = duration(&time) else { return nil }
      seconds = parsed
    }
    return Change(month: numbers[0], week: numbers[1], weekday: numbers[2], seconds: seconds)
  }
}
