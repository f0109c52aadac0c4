import ParleyClient
import TerminalKit

extension Desk {
  /// Writes what came of a change.
  func show(_ report: ChangeReport) throws {
    guard output == .table else { return try write(value: report.value, id: report.id) }
    let painter = terminal.painter(for: .output)
    let mark = painter.paint(terminal.text(of: .done), Mark.done.style)
    let prefix = options.dryRun ? "Dry run, nothing changed: " : ""
    var text = "\(mark) \(prefix)\(TerminalText.stripControls(report.headline))\n"
    if !options.quiet, !options.dryRun {
      if let consequence = report.consequence {
        text += "  \(TerminalText.stripControls(consequence))\n"
      }
      if let next = report.next { text += "  Next: \(next)\n" }
    }
    try write(text)
  }

  /// Writes a list.
  func show(_ listing: Listing) throws {
    switch output {
    case .table:
      var table = Table(listing.columns)
      for row in listing.rows { table.add(row.cells) }
      guard terminal.isTerminal(.output) else { return try write(table.tabSeparated()) }
      let heading = listing.heading.map { $0 + "\n" } ?? ""
      try write(
        listing.rows.isEmpty ? heading : heading + "\n" + table.pretty(on: terminal))
    case .id: try write(listing.rows.map { $0.id + "\n" }.joined())
    case .json:
      try write(try selected(.list(listing.rows.map(\.value))).jsonText(indented: true) + "\n")
    case .jsonl:
      for row in listing.rows { try write(row.value.jsonText() + "\n") }
    case .yaml: try write(try YAMLText.write(.list(listing.rows.map(\.value))))
    }
  }

  /// Writes one thing.
  func show(_ sheet: Sheet) throws {
    guard output == .table else { return try write(value: sheet.value, id: sheet.id) }
    guard terminal.isTerminal(.output) else {
      let pairs = sheet.pairs.map { "\($0.name)\t\(TerminalText.stripControls($0.value))\n" }
      return try write(pairs.joined())
    }
    let text = sheet.lines.map { $0 + "\n" }.joined()
    if sheet.isPaged {
      let pager = Pager(terminal: terminal, variableNames: ["PARLEY_PAGER", "PAGER"])
      try check(pager.command == nil ? world.write(text) : pager.show(text))
    } else {
      try write(text)
    }
  }

  /// Writes text as it is.
  func write(_ text: String) throws {
    try check(world.write(text))
  }

  /// Writes a remark beside the result, where the user has not asked for quiet.
  func note(_ text: String) {
    guard !options.quiet else { return }
    world.writeError(TerminalText.stripControls(text) + "\n")
  }

  /// The text with the controls of whoever wrote it taken out.
  func clean(_ text: String) -> String { TerminalText.stripControls(text) }

  /// A name or id as a terminal shows it.
  func bold(_ text: String) -> String {
    terminal.painter(for: .output).paint(clean(text), .bold)
  }

  private func write(value: PlainValue, id: String) throws {
    switch output {
    case .id: try write(id + "\n")
    case .jsonl: try write(value.jsonText() + "\n")
    case .yaml: try write(try YAMLText.write(value))
    case .json, .table: try write(try selected(value).jsonText(indented: true) + "\n")
    }
  }

  /// The fields `--json` names; the names there are, where it names none.
  private func selected(_ value: PlainValue) throws -> PlainValue {
    guard let fields = options.json else { return value }
    return try FieldSelection.apply(fields, to: value)
  }

  private func check(_ outcome: StandardStream.WriteOutcome) throws {
    switch outcome {
    case .written: return
    case .readerGone: throw ReaderGone()
    case .failed: throw CommandFailure(.failed, "The output cannot be written.")
    }
  }
}
