/// Text of strangers made fit to be kept and shown.
package enum SafeText {
  /// One line: no control characters, no marks that turn the direction of writing, no doubled space.
  package static func line(_ text: String, bytesMax: Int = .max) -> String {
    var line = String.UnicodeScalarView()
    var bytes = 0
    var wasSpace = true
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || scalar.value == 0
      if !isSpace, isHarmful(scalar) { continue }
      if isSpace, wasSpace { continue }
      let kept = isSpace ? " " : scalar
      bytes += UTF8.width(kept)
      if bytes > bytesMax { break }
      line.append(kept)
      wasSpace = isSpace
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Text in paragraphs: line ends are `\n`, and nothing that could repaint a terminal is left.
  package static func paragraphs(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": kept.append("\n")
      case "\n": if !wasReturn { kept.append("\n") }
      case "\t": kept.append("\t")
      default: if !isHarmful(scalar) { kept.append(scalar) }
      }
      wasReturn = scalar == "\r"
    }
    return String(kept)
  }

  /// The name of a file without its way there, short enough for any disk; nil where nothing is
  /// left of it.
  package static func fileName(_ name: String) -> String? {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" || $0 == "\r\n" }).last ?? ""
    let unsafe: Set<Character> = ["<", ">", ":", "\"", "|", "?", "*"]
    var safe = String(line(String(last)).map { unsafe.contains($0) ? "_" : $0 })
    while let first = safe.first, first == "." || first == " " || first == "-" {
      safe.removeFirst()
    }
    while let end = safe.last, end == "." || end == " " { safe.removeLast() }
    return safe.isEmpty ? nil : shortened(safe)
  }

  /// A token of a protocol, such as a media type, in lower case; nil for anything else.
  package static func token(_ text: String) -> String? {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+/")
    let lower = text.lowercased()
    guard (1...127).contains(lower.utf8.count), lower.allSatisfy(allowed.contains) else {
      return nil
    }
    return lower
  }

  /// Cut in the middle of the stem, so that the ending still says what the file is.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > Limits.nameBytesMax else { return name }
    var ending = ""
    if let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 16 {
      ending = String(name[dot...])
    }
    var stem = ""
    for character in name {
      guard
        stem.utf8.count + String(character).utf8.count + ending.utf8.count
          <= Limits.nameBytesMax
      else { break }
      stem.append(character)
    }
    return stem + ending
  }

  /// Control characters, and the marks that make text read in another order than it is written
  /// (Unicode TR 36).
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: true
    case 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: true
    case 0xe0000...0xe007f: true
    default: false
    }
  }
}
