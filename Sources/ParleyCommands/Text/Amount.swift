import ArgumentParser
import ParleyClient

/// Money as people write it, `EUR 8,400.00`, read and written exactly.
///
/// Commas may only part thousands and the point comes before the cents: whoever means eight
/// thousand by "8.400" is asked again rather than guessed at.
struct Amount: Hashable, Sendable, CustomStringConvertible, ExpressibleByArgument {
  let currency: String
  /// In the smallest unit of the currency.
  let minor: Int64

  init(currency: String, minor: Int64) {
    self.currency = currency
    self.minor = minor
  }

  init?(argument: String) {
    self.init(argument)
  }

  /// Reads `EUR 8,400.00`, `EUR 8400` or `eur8400.5`; nil for anything finer than the currency
  /// allows, for signs, and where commas stand elsewhere than between thousands.
  init?(_ typed: String) {
    let trimmed = typed.filter { $0 != " " }
    let code = trimmed.prefix(3).uppercased()
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    let parts = trimmed.dropFirst(3).split(separator: ".", omittingEmptySubsequences: false)
    let decimals = CurrencyScale.decimals(code)
    guard (1...2).contains(parts.count), let whole = Self.whole(parts[0]) else { return nil }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= decimals,
      Self.areDigits(fraction)
    else { return nil }
    fraction += String(repeating: "0", count: decimals - fraction.utf8.count)
    guard let minor = Int64(whole + fraction) else { return nil }
    self.init(currency: code, minor: minor)
  }

  /// Reads `google.type.Money` in its JSON form; nil where it is none, or finer than the currency.
  init?(_ money: PlainValue) {
    let code = money.text("currencyCode")
    let units = money.integer("units") ?? 0
    let nanos = money.integer("nanos") ?? 0
    let decimals = CurrencyScale.decimals(code)
    let scale = Self.power(decimals)
    let nanosPerMinor = Self.power(9 - decimals)
    let (product, overflows) = units.multipliedReportingOverflow(by: scale)
    guard code.utf8.count == 3, !overflows, nanos % nanosPerMinor == 0 else { return nil }
    let (sum, sumOverflows) = product.addingReportingOverflow(nanos / nanosPerMinor)
    guard !sumOverflows else { return nil }
    self.init(currency: code, minor: sum)
  }

  /// `google.type.Money` in its JSON form.
  var money: PlainValue {
    let scale = Self.power(CurrencyScale.decimals(currency))
    let nanos = minor % scale * Self.power(9 - CurrencyScale.decimals(currency))
    return .fields([
      "currencyCode": .text(currency), "units": .text(String(minor / scale)),
      "nanos": nanos == 0 ? nil : .number(String(nanos)),
    ])
  }

  /// `EUR 8,400.00`.
  var description: String { "\(currency) \(grouped(","))" }

  /// `8400.00`, for programs.
  var plain: String { grouped("") }

  private func grouped(_ separator: String) -> String {
    let decimals = CurrencyScale.decimals(currency)
    let digits = Array(String(minor.magnitude))
    let padded =
      Array(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = padded.dropLast(decimals)
    var text = minor < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return decimals == 0 ? text : text + "." + String(padded.suffix(decimals))
  }

  private static func whole(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ areDigits($0) }),
      groups.count == 1 || first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func areDigits(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func power(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
