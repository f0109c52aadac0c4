package import ParleyDomain

/// Amounts as people write them: `EUR 8,400.00`.
package enum MoneyText {
  /// The currency code, a space, and the amount with thousands grouped and every decimal place of
  /// the currency.
  package static func text(_ money: Money) -> String {
    "\(money.currency.code) \(number(money))"
  }

  /// The amount alone.
  package static func number(_ money: Money) -> String {
    let digits = String(money.minorUnits.magnitude)
    let exponent = money.currency.exponent
    let padded =
      String(repeating: "0", count: max(0, exponent + 1 - digits.utf8.count)) + digits
    let whole = padded.dropLast(exponent)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let sign = money.minorUnits < 0 ? "-" : ""
    return exponent == 0 ? sign + grouped : "\(sign)\(grouped).\(padded.suffix(exponent))"
  }
}
