/// How a telephone number is kept: by its last digits alone, enough to tell the numbers of one person
/// apart and not enough to call (data minimisation, Regulation (EU) 2016/679 art. 5(1)(c)).
package enum CallDigits {
  /// No more digits than these are taken at all; the rule profile may keep fewer.
  package static let max = 4

  /// Whether a text holds what looks like a telephone number: so many digits on end, with nothing
  /// between them but what is put there to read them by.
  package static func isNumber(in text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        digits += 1
        if digits >= numberDigits { return true }
      case " ", "-", "/", ".", "(", ")", "\u{A0}", "\u{2011}": break
      default: digits = 0
      }
    }
    return false
  }

  /// Shorter ones are extensions and dates.
  private static let numberDigits = 9
}
