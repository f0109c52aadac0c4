/// A date as a message gives it: the moment, and the zone it was written in.
package struct MailDate: Hashable, Sendable {
  /// Seconds since 1970, in UTC.
  package let seconds: Int64
  /// Minutes east of Greenwich, as written; nil where it names no zone that is known (`-0000` too,
  /// which says that the zone is unknown, RFC 5322 §3.3), and UTC is taken.
  package let offsetMinutes: Int?

  /// Reads `Mon, 12 Oct 2026 09:30:00 +0100 (BST)` and the forms that old programs write; nil for
  /// anything that is not a date and time.
  package init?(_ text: String) {
    var words = Self.words(text)
    if let first = words.first, Self.weekdays.contains(first.prefix(3).lowercased()) {
      words.removeFirst()
    }
    guard words.count >= 4 else { return nil }
    // `Oct 12 09:30:00 2026`, as in the postmarks of mailboxes.
    if Self.month(words[0]) != nil, let clock = words.firstIndex(where: { $0.contains(":") }),
      clock == 2, words.count >= 4
    {
      let year = words.count > 4 && Int(words[3]) == nil ? words[4] : words[3]
      words = [words[1], words[0], year, words[2]] + words.dropFirst(4)
    }
    guard let day = Int(words[0]), let month = Self.month(words[1]),
      let year = Self.year(words[2]), (1...Self.length(of: month, in: year)).contains(day),
      let clock = Self.clock(words[3])
    else { return nil }
    let zone = words.count > 4 ? Self.offset(words[4]) : nil
    offsetMinutes = zone
    seconds =
      Self.days(year, month, day) * 86_400 + Int64(clock) - Int64(zone ?? 0) * 60
  }

  /// The words outside comments.
  private static func words(_ text: String) -> [String] {
    var depth = 0
    var bare = ""
    for character in text.prefix(200) {
      switch character {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case _ where depth > 0: break
      case ",": bare.append(" ")
      default: bare.append(character)
      }
    }
    return bare.split(whereSeparator: { $0 == " " || $0 == "\t" })
      .map(String.init)
      .flatMap { word -> [String] in
        // `12-Oct-2026`.
        let parts = word.split(separator: "-").map(String.init)
        return parts.count == 3 && month(parts[1]) != nil ? parts : [word]
      }
  }

  private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  /// The names of zones that RFC 5322 §4.3 still gives a meaning, in hours.
  private static let zones = [
    "UT": 0, "GMT": 0, "UTC": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7,
  ]

  private static func month(_ word: String) -> Int? {
    months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }

  private static func year(_ word: String) -> Int? {
    guard let year = Int(word) else { return nil }
    switch (word.utf8.count, year) {
    case (2, 0..<50): return 2000 + year
    case (2, 50...): return 1900 + year
    case (3, 0...): return 1900 + year
    case (4, 1900...): return year
    default: return nil
    }
  }

  private static func clock(_ word: String) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    // A leap second counts as the one before.
    guard let second = parts.count == 3 ? parts[2] : 0, (0...60).contains(second) else {
      return nil
    }
    return hour * 3600 + minute * 60 + min(second, 59)
  }

  private static func offset(_ word: String) -> Int? {
    if let hours = zones[word.uppercased()] { return hours * 60 }
    let digits = word.dropFirst().filter { $0 != ":" }
    guard let sign = word.first, sign == "+" || sign == "-", digits.utf8.count == 4,
      let number = Int(digits), number % 100 < 60, number / 100 <= 14
    else { return nil }
    let minutes = number / 100 * 60 + number % 100
    if sign == "-", minutes == 0 { return nil }
    return sign == "-" ? -minutes : minutes
  }

  private static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days since 1970 of a Gregorian date.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }
}
