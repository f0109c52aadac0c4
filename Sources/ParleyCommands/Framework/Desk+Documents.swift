import ParleyClient
import TerminalKit

extension Desk {
  /// Shows a document of the server: its text, and the SHA-256 that binds.
  func show(document: PlainValue) throws {
    var sheet = Sheet(document, id: document.text("name"), isPaged: true)
    let text = TerminalText.stripControls(document.text("text"), keepingLines: true)
    if output == .table, !terminal.isTerminal(.output) { return try write(text + "\n") }
    sheet.lines = [text, "", "SHA-256 \(document.text("sha256"))"]
    try show(sheet)
  }
}
