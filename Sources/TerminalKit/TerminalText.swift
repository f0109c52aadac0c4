/// Text that somebody else wrote, made safe to print.
package enum TerminalText {
  /// Removes what could repaint a terminal or make text read otherwise than it is stored: escape
  /// sequences as a whole, control characters, and the marks that turn the direction of writing.
  ///
  /// With `keepingLines`, line feeds and tabs stay; otherwise each becomes a space, so that the
  /// result is one line.
  package static func stripControls(_ text: String, keepingLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) { return text }
    var kept = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}":
        dropSequence(&rest)
      case "\u{9B}":
        dropParameters(&rest)
      case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}":
        dropString(&rest)
      case "\n", "\t", "\u{2028}", "\u{2029}":
        kept.append(keepingLines ? (scalar == "\t" ? "\t" : "\n") : " ")
      case _ where scalar.properties.generalCategory == .control || turnsDirection(scalar):
        continue
      default:
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Drops what follows an ESC.
  private static func dropSequence(_ rest: inout Substring.UnicodeScalarView) {
    guard let kind = rest.first else { return }
    switch kind {
    case "[":
      rest.removeFirst()
      dropParameters(&rest)
    case "]", "P", "X", "^", "_":
      rest.removeFirst()
      dropString(&rest)
    default:
      while let scalar = rest.first, (0x20...0x2f).contains(scalar.value) { rest.removeFirst() }
      if let scalar = rest.first, (0x30...0x7e).contains(scalar.value) { rest.removeFirst() }
    }
  }

  /// Drops a control sequence's parameters and its final character.
  private static func dropParameters(_ rest: inout Substring.UnicodeScalarView) {
    while let scalar = rest.first, (0x20...0x3f).contains(scalar.value) { rest.removeFirst() }
    if let scalar = rest.first, (0x40...0x7e).contains(scalar.value) { rest.removeFirst() }
  }

  /// Drops a string up to its end: BEL or ST; one that never ends stops at the line's end.
  private static func dropString(_ rest: inout Substring.UnicodeScalarView) {
    while let scalar = rest.first, scalar != "\n" {
      rest.removeFirst()
      if scalar == "\u{07}" || scalar == "\u{9C}" { return }
      if scalar == "\u{1B}" {
        if rest.first == "\\" { rest.removeFirst() }
        return
      }
    }
  }

  /// Embeddings, overrides and isolates, which would also turn the text printed behind them.
  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
