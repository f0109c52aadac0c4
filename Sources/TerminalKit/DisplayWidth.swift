/// How many cells of a terminal text takes up.
///
/// Combining marks take none, East Asian wide characters and emoji two, all others one. Text must
/// have been through `TerminalText.stripControls` before: controls count as nothing here, but
/// would move the cursor.
package enum DisplayWidth {
  /// The cells of a text.
  package static func cells(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + cells($1) }
  }

  /// The cells of one character as readers see it, whatever it is composed of.
  package static func cells(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return (0x20...0x7e).contains(ascii) ? 1 : 0 }
    var widest = 0
    for scalar in character.unicodeScalars {
      if scalar == "\u{FE0F}" { return 2 }  // the character before is to be shown as an emoji
      widest = max(widest, cells(scalar))
    }
    return widest
  }

  /// The text if it fits, else its beginning and an ellipsis that fit together. Never cuts a
  /// character in two.
  package static func truncated(_ text: String, to limit: Int, ellipsis: String = "…") -> String {
    guard cells(text) > limit else { return text }
    let room = limit - cells(ellipsis)
    guard room >= 0 else { return String(repeating: ".", count: max(0, limit)) }
    var kept = ""
    var used = 0
    for character in text {
      used += cells(character)
      if used > room { break }
      kept.append(character)
    }
    return kept + ellipsis
  }

  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    // The vowels and final consonants of Korean syllables written in pieces join the first piece.
    if (0x1160...0x11ff).contains(scalar.value) { return 0 }
    return isWide(scalar.value) ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard let first = wide.first, value >= first.lowerBound else { return false }
    return wide.contains { $0.contains(value) }
  }

  /// The blocks whose characters are Wide or Fullwidth in Unicode's EastAsianWidth, emoji aside.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x3247, 0x3250...0x4dbf,
    0x4e00...0xa4cf, 0xa960...0xa97c, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19,
    0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18cff, 0x1aff0...0x1b2ff,
    0x1f200...0x1f265, 0x20000...0x2fffd, 0x30000...0x3fffd,
  ]
}
