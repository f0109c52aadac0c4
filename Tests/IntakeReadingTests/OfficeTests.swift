import IntakeReading
import ParleyIntake
import Testing

/// The text of office documents.
struct OfficeTests {
  let reader: Reader

  init() throws {
    reader = try Reader()
  }

  private func types(_ parts: [(path: String, type: String)]) -> String {
    "<Types>"
      + parts.map { part in
        "<Override PartName=\"/\(part.path)\" ContentType=\""
          + "application/vnd.openxmlformats-officedocument.\(part.type)+xml\"/>"
      }.joined() + "</Types>"
  }

  /// A document whose main part is this.
  private func document(_ part: String) -> [UInt8] {
    let list = types([("word/document.xml", "wordprocessingml.document.main")])
    return SampleZip([("[Content_Types].xml", list), ("word/document.xml", part)]).bytes
  }

  private func words(_ inside: String) -> [UInt8] {
    document("<?xml version='1.0'?><w:document><w:body>\(inside)</w:body></w:document>")
  }

  @Test(arguments: [
    ("<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:t>Two</w:t></w:p>", "One\nTwo\n"),
    ("<w:p><w:t>set</w:t><w:t xml:space='preserve'>tled by </w:t></w:p>", "settled by \n"),
    ("<w:p><w:t>&lt;&amp;&#8364;&#x41;&quot;&nope;</w:t></w:p>", "<&€A\"&nope;\n"),
    ("<w:p><w:t><![CDATA[a <b> ]] c]]></w:t></w:p>", "a <b> ]] c\n"),
    ("<w:p><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:p>", "a\tb\nc\n"),
    ("<w:p><w:del><w:delText>struck</w:delText></w:del></w:p>", "struck\n"),
    ("<w:p><w:instrText>HYPERLINK x</w:instrText><w:t>link</w:t></w:p>", "link\n"),
    ("<!-- <w:t>no</w:t> --><w:p><w:t>yes</w:t></w:p><?pi <w:t>no ?>", "yes\n"),
    ("<w:p a='x > y' b=\"'>\"><w:t>quoted</w:t></w:p>", "quoted\n"),
    (
      "<mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>again</w:t></mc:Fallback>", "box"
    ),
  ])
  func textIsTakenOutOfParagraphs(inside: String, text: String) throws {
    let (answer, found) = try reader.read(words(inside))
    #expect(found == text)
    #expect(answer.refused == nil)
    #expect(answer.text?.from == "ooxml")
    #expect(answer.type.hasSuffix("wordprocessingml.document"))
  }

  @Test(arguments: [
    "<!DOCTYPE w [<!ENTITY a 'b'>]><w:document><w:t>x</w:t></w:document>",
    "<w:document><w:p></w:document></w:p>", "<w:document><w:t>x</w:t>", "text",
    "<w:document/><w:document/>", "", "<w:document><!ELEMENT a></w:document>",
    "<w:document><w:t>x</w:t></w:document> more", "<w:document a='", "<w:document><w:t>x</w",
    "\u{feff}\u{feff}",
  ])
  func whatIsNotWholeIsRefused(part: String) throws {
    #expect(try reader.read(document(part)).answer.refused?.reason == "MALFORMED")
  }

  @Test func elementsHaveADepth() throws {
    func refused(_ depth: Int) throws -> String? {
      let open = String(repeating: "<a>", count: depth)
      let shut = String(repeating: "</a>", count: depth)
      return try reader.read(document("\(open)<t/>\(shut)")).answer.refused?.reason
    }
    // The element that holds no others counts as well.
    #expect(try refused(IntakeReading.Limits.markupDepthMax - 1) == "NO_TEXT")
    #expect(try refused(IntakeReading.Limits.markupDepthMax) == "TOO_DEEP")
  }

  @Test func whatStandsBesideTheTextIsFoundBehindIt() throws {
    let list = types([
      ("word/comments.xml", "wordprocessingml.comments"),
      ("word/document.xml", "wordprocessingml.document.main"),
      ("word/header1.xml", "wordprocessingml.header"),
      ("word/styles.xml", "wordprocessingml.styles"),
    ])
    func part(_ text: String) -> String { "<w:x><w:p><w:t>\(text)</w:t></w:p></w:x>" }
    let zip = SampleZip([
      ("word/comments.xml", part("Remark")), ("word/document.xml", part("Text")),
      ("word/header1.xml", part("Head")), ("word/styles.xml", part("Style")),
      ("[Content_Types].xml", list),
    ])
    #expect(try reader.read(zip.bytes).text == "Text\nRemark\nHead\n")
  }

  @Test func cellsSayWhatTheyReferTo() throws {
    let list = types([
      ("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/s1.xml", "spreadsheetml.worksheet"),
      ("xl/strings.xml", "spreadsheetml.sharedStrings"),
    ])
    let strings =
      "<sst><si><t>Invoice</t><rPh><t>spoken</t></rPh></si><si><r><t>Ann</t></r><r><t>a</t></r></si></sst>"
    let sheet =
      "<worksheet><sheetData><row><c t=\"s\"><v>1</v></c><c><f>SUM(A1)</f><v>8400.5</v></c></row>"
      + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>99</v></c><c t=\"b\"><v>1</v></c>"
      + "<c t=\"inlineStr\"><is><t>here</t></is></c><c t=\"str\"><v>made</v></c></row>"
      + "</sheetData></worksheet>"
    let zip = SampleZip([
      ("[Content_Types].xml", list),
      ("xl/workbook.xml", "<workbook><sheet name=\"Q&amp;A\"/></workbook>"), ("xl/s1.xml", sheet),
      ("xl/strings.xml", strings),
    ])
    let (answer, text) = try reader.read(zip.bytes)
    #expect(text == "Q&A\nAnna\t8400.5\nInvoice\there\tmade\n")
    #expect(answer.type.hasSuffix("spreadsheetml.sheet"))
  }

  @Test func openDocumentsAreRead() throws {
    let content =
      "<o:c><text:h>Head</text:h><text:p>a<text:s/>b<text:note><text:p>note</text:p></text:note>"
      + "</text:p><number:text>no</number:text></o:c>"
    let styles =
      "<o:s><text:p>no</text:p><style:footer><text:p>Foot</text:p></style:footer></o:s>"
    let kind = "application/vnd.oasis.opendocument.text"
    var parts = [("mimetype", kind), ("content.xml", content), ("styles.xml", styles)]
    let (answer, text) = try reader.read(SampleZip(parts).bytes)
    #expect(text == "Head\na bnote\nFoot\n")
    #expect((answer.type, answer.text?.from) == (kind, "odf"))
    parts.append(("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"))
    #expect(try reader.read(SampleZip(parts).bytes).answer.refused?.reason == "ENCRYPTED")
  }

  @Test func anotherArchiveIsListed() throws {
    let (answer, _) = try reader.read(SampleZip([("a.txt", "x"), ("mimetype", "a/b")]).bytes)
    #expect(answer.archive?.entries.map(\.path) == ["a.txt", "mimetype"])
    #expect(answer.text == nil)
  }
}
