/// An amount in the smallest unit of one currency. Exact: there is no fraction of it.
package struct Money: Hashable, Sendable {
  package let minorUnits: Int64
  package let currency: Currency

  package init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  package static func zero(_ currency: Currency) -> Money {
    Money(minorUnits: 0, currency: currency)
  }

  package var isZero: Bool { minorUnits == 0 }
  package var isPositive: Bool { minorUnits > 0 }

  /// The sum; nil when the currencies differ or the sum leaves the range.
  package func adding(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
    return overflow ? nil : Money(minorUnits: sum, currency: currency)
  }

  /// The difference; nil when the currencies differ or it leaves the range.
  package func subtracting(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    let (rest, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
    return overflow ? nil : Money(minorUnits: rest, currency: currency)
  }
}
