/// A currency by its ISO 4217 code, with the number of decimal places its smallest unit has.
package struct Currency: Hashable, Sendable {
  package let code: String
  package let exponent: Int

  /// Codes whose smallest unit is not a hundredth (ISO 4217).
  private static let exponents: [String: Int] = [
    "BHD": 3, "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "IQD": 3, "ISK": 0, "JOD": 3, "JPY": 0,
    "KMF": 0, "KRW": 0, "KWD": 3, "LYD": 3, "OMR": 3, "PYG": 0, "RWF": 0, "TND": 3, "UGX": 0,
    "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
  ]

  /// Codes whose smallest unit is a hundredth (ISO 4217).
  private static let hundredths: Set<String> = [
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CNY",
    "COP", "CRC", "CUP", "CVE", "CZK", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD",
    "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR",
    "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW", "KYD", "KZT", "LAK", "LBP", "LKR",
    "LRD", "LSL", "MAD", "MDL", "MKD", "MMK", "MNT", "MOP", "MUR", "MVR", "MWK", "MXN", "MYR",
    "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN",
    "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS",
    "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP", "TRY", "TTD", "TWD",
    "TZS", "UAH", "USD", "UYU", "UZS", "VES", "WST", "XCD", "YER", "ZAR", "ZMW", "ZWG",
  ]

  /// "No currency" of ISO 4217: what a claim without items would be counted in.
  package static let unclaimed = Currency(listed: "XXX", exponent: 0)

  private init(listed code: String, exponent: Int) {
    self.code = code
    self.exponent = exponent
  }

  /// The currency with this code; nil for a code that ISO 4217 does not list.
  package init?(code: String) {
    if let exponent = Currency.exponents[code] {
      self.code = code
      self.exponent = exponent
    } else if Currency.hundredths.contains(code) {
      self.code = code
      self.exponent = 2
    } else {
      return nil
    }
  }
}
