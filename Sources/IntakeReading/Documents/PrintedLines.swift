/// Text as it was set on a page, made fit to be found: words that were divided at the end of a line are
/// whole again, and letters that were cast together are letters.
package enum PrintedLines {
  /// A hyphen at the end of a line goes where a letter stands before it and a small letter begins the
  /// next: far more words are divided there than end there.
  package static func joined(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isHyphen(scalar), index > 0, scalars[index - 1].properties.isAlphabetic,
        index + 2 < scalars.count, scalars[index + 1] == "\n",
        scalars[index + 2].properties.isLowercase
      {
        index += 2
        continue
      }
      if let letters = cast[scalar] {
        kept.append(contentsOf: letters.unicodeScalars)
      } else if scalar != softHyphen {
        kept.append(scalar)
      }
      index += 1
    }
    return String(kept)
  }

  private static let softHyphen: Unicode.Scalar = "\u{ad}"

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == softHyphen || scalar == "\u{2010}"
  }

  /// The ligatures of Unicode's Alphabetic Presentation Forms.
  private static let cast: [Unicode.Scalar: String] = [
    "\u{fb00}": "ff", "\u{fb01}": "fi", "\u{fb02}": "fl", "\u{fb03}": "ffi", "\u{fb04}": "ffl",
    "\u{fb05}": "st", "\u{fb06}": "st",
  ]
}
