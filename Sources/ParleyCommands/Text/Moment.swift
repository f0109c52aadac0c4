package import ArgumentParser
package import ParleyClient

/// An instant, `2026-12-07T17:00:00Z` or with an offset; a day alone means its beginning in UTC.
package struct Moment: Hashable, Sendable, ExpressibleByArgument {
  package let seconds: Int64

  package init?(argument: String) {
    guard let seconds = Timestamp.seconds(argument) ?? Timestamp.day(argument) else { return nil }
    self.seconds = seconds
  }

  /// A time of the API.
  package var time: PlainValue { .text(Timestamp.text(seconds)) }
}
