extension Table {
  private static let gap = "  "

  /// The face for people: a header, aligned columns, each line ended, no spaces at its end.
  ///
  /// Lines are made to fit `terminal.width`: columns shrink by priority, cut with an ellipsis.
  /// Where even that does not suffice the lines stay too long, since an identifier cut short is
  /// worth nothing.
  package func pretty(on terminal: Terminal, stream: StandardStream = .output) -> String {
    let texts = rows.map { row in row.map { Self.trimmed(TerminalText.stripControls($0.shown)) } }
    let widths = fittedWidths(texts, into: terminal.width)
    let painter = terminal.painter(for: stream)
    let ellipsis = terminal.isUTF8 ? "…" : "..."
    func line(_ texts: [String], _ styles: [TextStyle?]) -> String {
      var line = ""
      var pendingSpaces = ""
      for (index, text) in texts.enumerated() {
        let cut = DisplayWidth.truncated(text, to: widths[index], ellipsis: ellipsis)
        let padding = String(
          repeating: " ", count: max(0, widths[index] - DisplayWidth.cells(cut)))
        let painted = painter.paint(cut, styles[index])
        let isRight = columns[index].alignment == .right
        if !cut.isEmpty { line += pendingSpaces + (isRight ? padding : "") + painted }
        if cut.isEmpty {
          pendingSpaces += padding + Self.gap
        } else {
          pendingSpaces = (isRight ? "" : padding) + Self.gap
        }
      }
      return line + "\n"
    }
    let header = line(columns.map(\.header), columns.map { _ in nil })
    let body = zip(texts, rows).map { line($0, $1.map(\.style)) }
    return header + body.joined()
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The widths of the columns: what their texts need, less what must be saved.
  private func fittedWidths(_ texts: [[String]], into limit: Int) -> [Int] {
    var widths = columns.map { DisplayWidth.cells($0.header) }
    for row in texts {
      for (index, text) in row.enumerated() {
        widths[index] = max(widths[index], DisplayWidth.cells(text))
      }
    }
    let gaps = Self.gap.count * max(0, columns.count - 1)
    var excess = widths.reduce(gaps, +) - limit
    let shrinkable = columns.indices
      .filter { columns[$0].shrinkPriority > 0 }
      .sorted { columns[$0].shrinkPriority > columns[$1].shrinkPriority }
    for index in shrinkable where excess > 0 {
      let saved = min(excess, max(0, widths[index] - columns[index].minimumCells))
      widths[index] -= saved
      excess -= saved
    }
    return widths
  }
}
