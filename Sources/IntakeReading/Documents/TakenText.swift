/// The text of a document while it is taken, put down piece by piece, so that what was taken is there
/// also when reading breaks off over the rest.
package final class TakenText {
  /// How a text is taken; a promise to those who read the answers.
  package enum Source: String, CaseIterable, Sendable {
    case plain, html, pdf, rtf
    /// Office Open XML: docx, xlsx, pptx.
    case ooxml
    /// OpenDocument: odt, ods, odp.
    case odf
  }

  private let source: Source
  private let type: String
  private let fileBytes: Int64
  private let spool: Spool
  private let start: Int64

  /// Whether there is more text than was taken.
  package private(set) var isCut = false
  /// How many pages the document says it has.
  package private(set) var pages: Int?
  /// Pages without text: pictures of a scanner, drawings, or empty ones.
  package private(set) var silentPages = 0

  package init(_ source: Source, type: String, fileBytes: Int64, spool: Spool) {
    self.source = source
    self.type = type
    self.fileBytes = fileBytes
    self.spool = spool
    start = spool.byteCount
    keepReady()
  }

  package var byteCount: Int { Int(spool.byteCount - start) }

  /// Whether nothing more is taken.
  package var isFull: Bool { byteCount >= Limits.textBytesMax }

  /// Says how many pages there are.
  package func count(pages: Int) {
    self.pages = pages
    keepReady()
  }

  /// Adds the text of a page; one without any is counted.
  package func add(page text: String) throws {
    if text.isEmpty { silentPages += 1 }
    try add(text)
  }

  /// Says that there is more that is not looked at.
  package func cut() { isCut = true }

  /// Adds text as far as there is room.
  package func add(_ text: String) throws {
    guard !text.isEmpty else { return }
    var bytes = Array(SafeText.paragraphs(text).utf8)
    let room = Limits.textBytesMax - byteCount
    if bytes.count > room {
      isCut = true
      var end = max(0, room)
      // Not inside a character.
      while end > 0, bytes[end] & 0xc0 == 0x80 { end -= 1 }
      bytes.removeSubrange(end...)
      // So that it is full, whatever character did not fit.
      bytes += [UInt8](repeating: 0x0a, count: max(0, room) - end)
    }
    try spool.append(bytes)
    keepReady()
  }

  /// What the answer says of it; with the reason where it could not be taken whole.
  package func fields(
    refused: IntakeRefusal? = nil
  ) -> [(name: String, value: AnswerValue?)] {
    let text = AnswerValue.fields([
      ("offset", .number(start)), ("bytes", .count(byteCount)), ("from", .text(source.rawValue)),
      ("charset", .text("utf-8")), ("replaced", .number(0)),
    ])
    return [
      ("text", byteCount == 0 ? nil : text),
      ("cut", .flag(isCut || refused != nil && byteCount > 0)),
      ("pages", pages.map { .count($0) }),
      ("silentPages", silentPages == 0 ? nil : .count(silentPages)),
      ("refused", refused?.reasonAndSentence),
    ]
  }

  private func keepReady() {
    let late = IntakeRefusal(
      .tookTooLong, "Reading it takes longer than \(Limits.documentSecondsMax) seconds\(soFar).")
    let harmed = IntakeRefusal(
      .brokeOff, "Reading it broke off: it is damaged, or takes more than there is\(soFar).")
    LetterInReserve.prepare(late: answer(late), harmed: answer(harmed))
  }

  private var soFar: String { byteCount == 0 ? "" : "; its text up to there is kept" }

  private func answer(_ refusal: IntakeRefusal) -> AnswerValue {
    let before: [(name: String, value: AnswerValue?)] = [
      ("type", .text(type)), ("bytes", .number(fileBytes)),
      ("reader", .count(ExhibitReading.readerVersion)),
    ]
    return .fields([("exhibit", .fields(before + fields(refused: refusal)))])
  }
}
