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
    let isPart =
      exhibit.flag("reading.cut") || (exhibit.integer("reading.silentPageCount") ?? 0) > 0
    return TableCell(before + (isPart ? "searched in part" : "searched"))
  }

  /// `1 page`; empty where a file has none.
  static func pages(of exhibit: PlainValue) -> String {
    guard let count = exhibit.integer("reading.pageCount"), count > 0 else { return "" }
    return "\(count) \(count == 1 ? "page" : "pages")"
  }

  /// What one exhibit says of its text: how it was taken, how far, and why no further.
  static func text(of exhibit: PlainValue) -> String {
    let sentence = exhibit.text("reading.sentence")
    switch exhibit.text("reading.state") {
    case "READING_STATE_WAITING": return "not read yet"
    case "READING_STATE_REFUSED" where exhibit.flag("reading.searched"):
      return "searched in part, \(source(of: exhibit)): \(sentence)"
    case "READING_STATE_REFUSED", "READING_STATE_FAILED": return "not searched: \(sentence)"
    case "READING_STATE_READ" where exhibit.flag("reading.searched"):
      let extent = exhibit.flag("reading.cut") ? "its beginning is searched" : "searched"
      return "\(extent), \(source(of: exhibit))"
    case "READING_STATE_READ": return "none"
    default: return ""
    }
  }

  private static func source(of exhibit: PlainValue) -> String {
    switch exhibit.text("reading.textSource") {
    case "TEXT_SOURCE_PDF": "from PDF"
    case "TEXT_SOURCE_HTML": "from HTML"
    case "TEXT_SOURCE_RTF": "from RTF"
    case "TEXT_SOURCE_OFFICE_OPEN_XML": "from Office Open XML"
    case "TEXT_SOURCE_OPEN_DOCUMENT": "from OpenDocument"
    default: "plain text"
    }
  }

  /// The headers of an e-mail that say otherwise than was stated.
  static func differing(_ email: PlainValue) -> [String] {
    email.list("reading.differingHeaders").map { ShownName.value($0.spelled, "EMAIL_HEADER") }
  }

  /// What a list of e-mails says of their headers.
  static func headers(of email: PlainValue) -> TableCell {
    let differing = differing(email)
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
