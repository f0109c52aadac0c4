/// How much of one currency is given for one unit of another: a decimal with at most ten places.
package struct ExchangeRate: Hashable, Sendable {
  /// In units of 10⁻¹⁰; more than zero.
  package let scaled: Int64

  package static let placesMax = 10

  /// Reads `0.9259` or `149`; nil for anything but digits and one point, for more than ten places
  /// or eight digits before them, and for zero.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      whole.utf8.count <= 8
    else { return nil }
    let places = parts.count == 2 ? parts[1] : ""
    guard places.utf8.count <= Self.placesMax,
      let scaled = Int64(
        whole + places + String(repeating: "0", count: Self.placesMax - places.utf8.count)),
      scaled > 0
    else { return nil }
    self.scaled = scaled
  }

  package init?(scaled: Int64) {
    guard scaled > 0 else { return nil }
    self.scaled = scaled
  }

  /// Without zeros at its end: `0.9259`.
  package var text: String {
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, 11 - digits.utf8.count)) + digits
    var places = padded.suffix(Self.placesMax)
    while places.last == "0" { places.removeLast() }
    let whole = padded.dropLast(Self.placesMax)
    return places.isEmpty ? String(whole) : "\(whole).\(places)"
  }

  /// What an amount comes to in another currency, halves of its smallest unit rounded up; nil when
  /// that leaves the range. The amount is not negative.
  package func convert(_ money: Money, to currency: Currency) -> Money? {
    guard money.minorUnits >= 0 else { return nil }
    let product = UInt128(money.minorUnits) * UInt128(scaled)
    let (raised, overflow) = product.multipliedReportingOverflow(
      by: Self.power(currency.exponent))
    guard !overflow else { return nil }
    let divisor = Self.power(money.currency.exponent + Self.placesMax)
    let rounded = (raised + divisor / 2) / divisor
    return Int64(exactly: rounded).map { Money(minorUnits: $0, currency: currency) }
  }

  private static func power(_ exponent: Int) -> UInt128 {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}
