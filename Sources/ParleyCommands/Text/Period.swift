import ArgumentParser

/// A number of days as people write it: `14d`, `2w` or `14`.
struct Period: Hashable, Sendable, ExpressibleByArgument {
  let days: Int

  /// Fourteen days.
  static let fortnight = Period(days: 14)

  init(days: Int) {
    self.days = days
  }

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number >= 0, number <= 3650 else { return nil }
    switch argument.dropFirst(digits.count) {
    case "", "d": days = number
    case "w": days = number * 7
    default: return nil
    }
  }
}
