/// Makes text harmless to print: whoever wrote it may want to hide or turn around what others read.
enum PrintableText {
  /// Without control characters, apart from line feeds, and without the marks that turn the direction
  /// of the text around them. Carriage returns go; tabs become spaces.
  static func clean(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0a: cleaned.append(scalar)
      case 0x09: cleaned.append(contentsOf: "    ".unicodeScalars)
      case 0x2028, 0x2029: cleaned.append("\n")
      case 0x00...0x1f, 0x7f...0x9f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: continue
      default: cleaned.append(scalar)
      }
    }
    return String(cleaned)
  }
}
