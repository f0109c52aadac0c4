/// A moment in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Instant: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment `hours` later; saturates at the ends of the range.
  package func adding(hours: Int64) -> Instant {
    adding(milliseconds: hours.multipliedReportingOverflow(by: 3_600_000).partialValue)
  }

  /// The moment `milliseconds` later; saturates at the ends of the range.
  package func adding(milliseconds: Int64) -> Instant {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    guard overflow else { return Instant(milliseconds: sum) }
    return Instant(milliseconds: milliseconds > 0 ? .max : .min)
  }
}
