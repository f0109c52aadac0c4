import IntakeReading
import ParleyIntake
import PrintKit
import Testing

/// The text of PDF and of Rich Text Format, and how texts are put down.
struct DocumentTests {
  let reader: Reader

  init() throws {
    reader = try Reader()
  }

  @Test func theServerKnowsWhichReaderItHas() throws {
    #expect(ExhibitReading.readerVersion == ExhibitAnswer.readerVersion)
    #expect(try reader.read(Array("x".utf8)).answer.reader == ExhibitReading.readerVersion)
  }

  @Test func aPrintedDocumentIsFound() throws {
    let table = PrintedTable(
      [PrintedColumn("Fällig"), PrintedColumn("Betrag", isAmount: true)],
      rows: [["30 September", "8.400,00 €"]])
    let document = PrintedDocument(
      title: "Überweisung", statedTime: 0,
      blocks: [.paragraph("Die Kisten sind naß; Γειά σου."), .table(table)])
    let (answer, text) = try reader.read(try document.pdf())
    #expect(answer.type == "application/pdf")
    #expect(answer.text?.from == "pdf")
    #expect(answer.pages == 1)
    #expect(answer.refused == nil)
    for words in ["Überweisung", "Kisten sind naß", "Γειά σου", "8.400,00 €"] {
      #expect(text.contains(words))
    }
  }

  @Test func pagesAreCountedAndThoseWithoutText() throws {
    let (answer, text) = try reader.read(SamplePDF(["First page", "", "Third page"]).bytes)
    #expect((answer.pages, answer.silentPages) == (3, 1))
    #expect(text == "First page\n\nThird page\n\n")
    let (silent, _) = try reader.read(SamplePDF(["", ""]).bytes)
    #expect((silent.pages, silent.silentPages) == (2, 2))
    #expect(silent.refused?.reason == "NO_TEXT")
    #expect(silent.text == nil)
  }

  @Test func aWordDividedOnThePageIsFoundWhole() throws {
    let (_, text) = try reader.read(SamplePDF(["The settle-\nment of the claim"]).bytes)
    #expect(text.contains("settlement of the claim"))
  }

  @Test(arguments: [
    ("pay-\nment", "payment"), ("Pay-\nMent", "Pay-\nMent"), ("1-\n2", "1-\n2"),
    ("well-known", "well-known"), ("of\u{fb01}ce", "office"), ("co\u{ad}operate", "cooperate"),
    ("co\u{ad}\noperate", "cooperate"), ("end-", "end-"), ("-\na", "-\na"), ("", ""),
  ])
  func linesAreJoined(set: String, read: String) {
    #expect(PrintedLines.joined(set) == read)
  }

  @Test func aCutOffPDFEndsInAReason() throws {
    let whole = SamplePDF(["A page of the petrel"]).bytes
    for count in stride(from: 8, to: whole.count, by: 23) {
      let (answer, text) = try reader.read(Array(whole.prefix(count)))
      #expect(answer.refused != nil || text.contains("petrel"))
    }
  }

  @Test func richTextIsRead() throws {
    let source =
      #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}{\info{\title No}}"#
      + #"Price \'80 5 {\f1 \'d1\'f7\'b8\'f2}\par \u8364?7{\*\unknown no}{\pict 8950}\tab end}"#
    let (answer, text) = try reader.read(Array(source.utf8))
    #expect(answer.text?.from == "rtf")
    #expect(text == "Price € 5 Счёт\n€7\tend")
    let (cut, start) = try reader.read(Array(source.dropLast().utf8))
    #expect(cut.refused?.reason == "CUT_OFF")
    #expect(start == text)
  }

  @Test func groupsHaveADepth() throws {
    func refused(_ depth: Int) throws -> String? {
      let open = String(repeating: "{", count: depth - 1)
      let shut = String(repeating: "}", count: depth - 1)
      return try reader.read(Array("{\\rtf1 a \(open)b\(shut)}".utf8)).answer.refused?.reason
    }
    #expect(try refused(IntakeReading.Limits.rtfDepthMax) == nil)
    #expect(try refused(IntakeReading.Limits.rtfDepthMax + 1) == "TOO_DEEP")
  }

  @Test func textHasARoom() throws {
    let spool = Spool(descriptor: try Reader.room([]))
    let taken = TakenText(.pdf, type: "application/pdf", fileBytes: 1, spool: spool)
    try taken.add(String(repeating: "a", count: IntakeReading.Limits.textBytesMax - 1))
    #expect(!taken.isFull && !taken.isCut)
    try taken.add("é")
    #expect(taken.isFull && taken.isCut)
    #expect(taken.byteCount == IntakeReading.Limits.textBytesMax)
    let end = try spool.file(from: 0).read(
      at: Int64(IntakeReading.Limits.textBytesMax - 2), count: 2)
    #expect(end == [UInt8(ascii: "a"), 0x0a])
  }

  @Test func aTextThatJustFitsIsWhole() throws {
    let taken = TakenText(
      .odf, type: "a/b", fileBytes: 1, spool: Spool(descriptor: try Reader.room([])))
    try taken.add(String(repeating: "a", count: IntakeReading.Limits.textBytesMax))
    #expect(taken.isFull && !taken.isCut)
  }

  @Test func oldFormatsAreSaidToBeUnread() throws {
    let start: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    let old = start + [UInt8](repeating: 0, count: 4_000)
    #expect(try reader.read(old).answer.refused?.reason == "FORMAT_NOT_READ")
    let name = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    #expect(try reader.read(old + name).answer.refused?.reason == "ENCRYPTED")
  }
}
