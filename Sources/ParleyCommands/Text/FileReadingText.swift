import ParleyClient
import TerminalKit

/// What the server found in the file of an exhibit, in a few words.
enum FileReadingText {
  /// What a list of exhibits says: what an archive holds, or why a file was not understood.
  static func contents(of exhibit: PlainValue) -> TableCell {
    let state = exhibit.text("reading.state")
    if state == "READING_STATE_REFUSED" || state == "READING_STATE_FAILED" {
      let reason = exhibit.text("reading.reason").lowercased().replacing("_", with: " ")
      return TableCell("not read: \(reason)", value: exhibit.text("reading.reason"), style: .yellow)
    }
    if let count = exhibit.integer("reading.archive.entryCount") {
      return TableCell("\(count) \(count == 1 ? "file" : "files")", value: "\(count)")
    }
    guard exhibit.flag("reading.searched") else { return TableCell("") }
    return TableCell(exhibit.flag("reading.cut") ? "searched in part" : "searched")
  }

  /// What a list of e-mails says of their headers.
  static func headers(of email: PlainValue) -> TableCell {
    let differing = email.list("reading.differingHeaders").map {
      ShownName.value($0.spelled, "EMAIL_HEADER")
    }
    guard differing.isEmpty else {
      return TableCell("differ: " + differing.joined(separator: ", "), style: .yellow)
    }
    switch email.text("reading.state") {
    case "READING_STATE_READ": return TableCell("as in the file")
    case "READING_STATE_WAITING": return TableCell("not read yet")
    case "READING_STATE_REFUSED", "READING_STATE_FAILED": return contents(of: email)
    default: return TableCell("")
    }
  }
}
