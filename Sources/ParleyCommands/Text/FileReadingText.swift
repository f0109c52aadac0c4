import ParleyClient
import TerminalKit

/// What the server found in the file of an exhibit, in a few words.
enum FileReadingText {
  /// What a list of exhibits says: what an archive holds, how many pages a document has, or why a file was
  /// not understood.
  static func contents(of exhibit: PlainValue) -> TableCell {
    let state = exhibit.text("reading.state")
    let pages = pages(of: exhibit)
    let before = pages.isEmpty ? "" : pages + ", "
    if state == "READING_STATE_REFUSED" || state == "READING_STATE_FAILED" {
      let reason = exhibit.text("reading.reason").lowercased().replacing("_", with: " ")
      let extent = exhibit.flag("reading.searched") ? "searched in part" : "not read"
      return TableCell(
        "\(before)\(extent): \(reason)", value: exhibit.text("reading.reason"), style: .yellow)
    }
    if let count = exhibit.integer("reading.archive.entryCount") {
      return TableCell("\(count) \(count == 1 ? "file" : "files")", value: "\(count)")
    }
    guard exhibit.flag("reading.searched") else { return TableCell(pages) }
    let isPart = exhibit.flag("reading.cut") || (exhibit.integer("reading.silentPageCount") ?? 0) > 0
    return TableCell(before + (isPart ? "searched in part" : "searched"))
  }

  /// `1 page`; empty where a file has none.
  static func pages(of exhibit: PlainValue) -> String {
    guard let count = exhibit.integer("reading.pageCount"), count > 0 else { return "" }
    return "\(count) \(count == 1 ? "page" : "pages")"
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
