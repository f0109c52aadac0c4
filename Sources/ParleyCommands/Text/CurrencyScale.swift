/// How many decimals a currency has (ISO 4217).
enum CurrencyScale {
  private static let none: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
    "VUV", "XAF", "XOF", "XPF",
  ]
  private static let three: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]

  /// 2 for every currency that is not an exception.
  static func decimals(_ code: String) -> Int {
    none.contains(code) ? 0 : three.contains(code) ? 3 : 2
  }
}
