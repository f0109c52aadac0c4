import PrintKit
import Testing

struct PrintedDocumentTests {
  static let sample = PrintedDocument(
    title: "Statement of account", footer: "Sample", statedTime: 1_790_000_000,
    blocks: [
      .heading("Postings"), .notice("DRAFT"), .paragraph("First line.\nSecond line, è 漢 שלום."),
      .verbatim("a  b\n  c"),
      .table(
        PrintedTable(
          [
            PrintedColumn("DAY"), PrintedColumn("WHAT", share: 3),
            PrintedColumn("SUM", isAmount: true),
          ],
          rows: [["1 May 2026", PrintedCell("Claim <b>", link: "a.pdf"), "EUR 8,400.00"]])),
    ])

  @Test func theSameDocumentIsTheSameBytes() throws {
    #expect(try Self.sample.pdf() == Self.sample.pdf())
    #expect(Self.sample.html() == Self.sample.html())
  }

  @Test func thePDFStatesTheTimeItIsGiven() throws {
    let text = String(decoding: try Self.sample.pdf(), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.5"))
    #expect(text.contains("/CreationDate (20260921"))
    #expect(!text.contains("/ModDate"))
    var later = Self.sample
    later.statedTime += 86_400
    #expect(try later.pdf() != Self.sample.pdf())
  }

  @Test func whatOthersWroteStaysText() {
    let html = String(decoding: Self.sample.html(), as: UTF8.self)
    #expect(html.contains("<a href=\"a.pdf\">Claim &lt;b&gt;</a>"))
    #expect(!html.contains("<b>"))
    #expect(!html.contains("<script"))
    #expect(html.contains("default-src 'none'"))
    let document = PrintedDocument(
      title: "\"x\" & 'y'\u{202e}\u{1b}[2J", statedTime: 0, blocks: [.paragraph("a\u{0}b")])
    let text = String(decoding: document.html(), as: UTF8.self)
    #expect(text.contains("<h1>&quot;x&quot; &amp; &#39;y&#39;[2J</h1>"))
    #expect(text.contains("<p>ab</p>"))
  }

  @Test func whatIsLongGoesOnOverPages() throws {
    var document = PrintedDocument(title: "Long", statedTime: 0)
    let row: [PrintedCell] = ["1", PrintedCell(String(repeating: "word ", count: 4000)), "2"]
    document.blocks = [
      .paragraph(String(repeating: "A sentence of some length. ", count: 800)),
      .table(
        PrintedTable(
          [PrintedColumn("A"), PrintedColumn("B", share: 5), PrintedColumn("C")],
          rows: Array(repeating: ["1", "2", "3"], count: 90) + [row, row])),
    ]
    let text = String(decoding: try document.pdf(), as: UTF8.self)
    let count = text.firstMatch(of: /\/Count (\d+)/).flatMap { Int($0.output.1) }
    #expect(try #require(count) > 8)
    #expect(try document.pdf() == document.pdf())
  }

  @Test func anEmptyOneIsAPage() throws {
    #expect(try PrintedDocument(title: "", statedTime: 0).pdf().count > 500)
  }

  @Test(arguments: [
    (Int64(0), "19700101000000"), (951_782_400, "20000229000000"), (-1, "19691231235959"),
    (4_107_542_399, "21000228235959"),
  ])
  func datesAreCivil(_ seconds: Int64, _ stated: String) throws {
    let pdf = String(
      decoding: try PrintedDocument(title: "", statedTime: seconds).pdf(), as: UTF8.self)
    #expect(pdf.contains("/CreationDate (\(stated)"))
  }
}
