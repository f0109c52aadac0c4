import ArgumentParser
import ParleyClient

/// An instant, `2026-12-07T17:00:00Z` or with an offset; a day alone means its beginning in UTC.
struct Moment: Hashable, Sendable, ExpressibleByArgument {
  let seconds: Int64

  init?(argument: String) {
    guard let seconds = Timestamp.seconds(argument) ?? Timestamp.day(argument) else { return nil }
    self.seconds = seconds
  }

  /// A time of the API.
  var time: PlainValue { .text(Timestamp.text(seconds)) }
}
