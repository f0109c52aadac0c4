import ArgumentParser

/// How a bank writes days. Nothing is guessed: 04/05 is in April or in May.
enum BankDayForm: String, CaseIterable, ExpressibleByArgument, Sendable {
  case isoDay = "yyyy-mm-dd"
  case dotted = "dd.mm.yyyy"
  case dayFirst = "dd/mm/yyyy"
  case monthFirst = "mm/dd/yyyy"
  case plain = "yyyymmdd"

  /// The day; nil for text of another form and for days that do not exist.
  func day(_ text: String) -> CalendarDay? {
    let digits: (Substring, Substring, Substring)
    if self == .plain {
      guard text.utf8.count == 8 else { return nil }
      let rest = text.dropFirst(4)
      digits = (text.prefix(4), rest.prefix(2), rest.dropFirst(2))
    } else {
      let mark: Character = self == .isoDay ? "-" : self == .dotted ? "." : "/"
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      digits =
        switch self {
        case .isoDay, .plain: (parts[0], parts[1], parts[2])
        case .dotted, .dayFirst: (parts[2], parts[1], parts[0])
        case .monthFirst: (parts[2], parts[0], parts[1])
        }
    }
    guard digits.0.utf8.count == 4 else { return nil }
    func two(_ part: Substring) -> String { part.utf8.count == 1 ? "0\(part)" : String(part) }
    return CalendarDay(argument: "\(digits.0)-\(two(digits.1))-\(two(digits.2))")
  }
}

/// What comes before the cents.
enum BankDecimals: String, CaseIterable, ExpressibleByArgument, Sendable {
  case point, comma

  /// A signed amount in the smallest unit: the other mark, a space or an apostrophe may part
  /// thousands and nothing else. Nil for anything finer than the currency and for any other text.
  func amount(_ text: String, currency: String) -> (minor: Int64, isOut: Bool)? {
    var bare = text.filter { !$0.isWhitespace }
    var isOut = false
    if let sign = bare.first, ["-", "+", "\u{2212}"].contains(sign) {
      isOut = sign != "+"
      bare.removeFirst()
    }
    let (cents, thousands): (Character, Character) = self == .point ? (".", ",") : (",", ".")
    let parts = bare.split(separator: cents, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first else { return nil }
    let groups = whole.split(omittingEmptySubsequences: false) {
      [thousands, "'", "\u{2019}"].contains($0)
    }
    let isGrouped =
      groups.count == 1
      || (1...3).contains(groups[0].utf8.count)
        && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    guard isGrouped else { return nil }
    let written = groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    guard let amount = Amount("\(currency) \(written)") else { return nil }
    return (amount.minor, isOut)
  }
}
