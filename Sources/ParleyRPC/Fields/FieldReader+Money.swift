package import ParleyDomain

/// Which amounts a field takes.
package enum AmountRange: Sendable {
  case aboveZero
  case zeroOrMore
}

extension FieldReader {
  /// Reads an amount as `google.type.Money` spells it. Exact: refuses what is finer than the
  /// currency has units for, units and nanos of different signs, a currency ISO 4217 does not list
  /// and what leaves the range. Nothing is ever rounded.
  package mutating func money(
    code: String, units: Int64, nanos: Int32, at field: String, _ range: AmountRange
  ) -> Money {
    let none = Money.zero(.unclaimed)
    guard let currency = Currency(code: code) else {
      refuse(
        field + ".currency_code", "Give a currency by its ISO 4217 code in capitals, such as EUR.")
      return none
    }
    guard (-999_999_999...999_999_999).contains(nanos) else {
      refuse(field + ".nanos", "Give a number between -999,999,999 and 999,999,999.")
      return none
    }
    guard !(units > 0 && nanos < 0), !(units < 0 && nanos > 0) else {
      refuse(field + ".nanos", "Give units and nanos the same sign.")
      return none
    }
    switch Self.minorUnits(units: units, nanos: nanos, currency: currency) {
    case .tooFine:
      refuse(
        field + ".nanos",
        currency.exponent == 0
          ? "\(currency.code) has no decimal places."
          : "\(currency.code) has \(currency.exponent) decimal places; give no finer amount.")
      return none
    case .tooLarge:
      refuse(field + ".units", "This amount is larger than can be kept.")
      return none
    case .exact(let minorUnits):
      let isFit = range == .aboveZero ? minorUnits > 0 : minorUnits >= 0
      guard isFit else {
        refuse(
          field, range == .aboveZero ? "Give an amount above zero." : "Give no negative amount.")
        return none
      }
      return Money(minorUnits: minorUnits, currency: currency)
    }
  }

  private enum Reading {
    case exact(Int64)
    case tooFine
    case tooLarge
  }

  private static func minorUnits(units: Int64, nanos: Int32, currency: Currency) -> Reading {
    let scale = (0..<currency.exponent).reduce(Int64(1)) { scale, _ in scale * 10 }
    let nanosPerUnit = 1_000_000_000 / scale
    let (fraction, rest) = Int64(nanos).quotientAndRemainder(dividingBy: nanosPerUnit)
    guard rest == 0 else { return .tooFine }
    let (whole, overflows) = units.multipliedReportingOverflow(by: scale)
    let (sum, overflowsToo) = whole.addingReportingOverflow(fraction)
    return overflows || overflowsToo ? .tooLarge : .exact(sum)
  }
}
