import IntakeReading
import Testing

struct TextTests {
  let shelf = CharsetShelf()

  @Test(arguments: [
    ("=?utf-8?Q?In=C3=AAs?= Duarte", "Inês Duarte"),
    ("=?utf-8?B?SW4=?= =?utf-8?B?w6pz?=", "Inês"),
    ("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"),
    ("=?iso-8859-1?Q?Gr=FC=DFe?= an alle", "Grüße an alle"),
    ("=?utf-8*en?q?a_b?=", "a b"),
    ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
    ("=?utf-8?Q?", "=?utf-8?Q?"),
    ("plain", "plain"),
  ])
  func decodesEncodedWords(raw: String, text: String) {
    #expect(EncodedWords(charsets: shelf).decode(Array(raw.utf8)).text == text)
  }

  @Test func saysWhenAHeaderWasGuessed() {
    let words = EncodedWords(charsets: shelf)
    #expect(words.decode(Array("=?x-martian?Q?caf=E9?=".utf8)).isExact == false)
    #expect(words.decode(Array("=?utf-8?Q?caf=C3=A9?=".utf8)).isExact)
  }

  @Test func countsWhatItReplaces() {
    let wrong = shelf.decode([0x61, 0xff, 0xfe, 0x62], declared: "utf-8")
    #expect(wrong.replaced == 2)
    #expect(wrong.text == "a\u{fffd}\u{fffd}b")
    let written = shelf.decode(Array("a\u{fffd}".utf8), declared: "utf-8")
    #expect(written.replaced == 0)
    #expect(shelf.decode([0x90], declared: "shift_jis").replaced == 1)
  }

  @Test func guessesOnlyWhereItMust() {
    let euro = shelf.decode([0x35, 0x80], declared: "iso-8859-1")
    #expect(euro.text == "5€")
    #expect(!euro.isGuess)
    #expect(shelf.decode([0xe9], declared: "us-ascii").text == "é")
    #expect(shelf.decode([0xe9], declared: "us-ascii").isGuess)
    #expect(!shelf.decode(Array("abc".utf8), declared: nil).isGuess)
  }

  @Test(arguments: [
    ("../../etc/passwd", "passwd"), ("C:\\windows\\a.exe", "a.exe"), (".bashrc", "bashrc"),
    ("a\tb\u{202e}fdp.exe", "a bfdp.exe"), ("con?.txt", "con_.txt"), ("-rf", "rf"),
    ("x. ", "x"),
  ])
  func makesNamesSafe(name: String, safe: String) {
    #expect(SafeText.fileName(name) == safe)
  }

  @Test(arguments: ["", "..", "/", "\u{1b}", "   "])
  func findsNoNameWhereNothingIsLeft(name: String) {
    #expect(SafeText.fileName(name) == nil)
  }

  @Test func keepsTheEndingOfALongName() throws {
    let name = try #require(SafeText.fileName(String(repeating: "é", count: 400) + ".pdf"))
    #expect(name.utf8.count <= 150)
    #expect(name.hasSuffix(".pdf"))
  }

  @Test(arguments: [
    ("<p>Hello<br>you</p><script>alert(1)</script><style>p{}</style>!", "Hello\nyou\n!"),
    ("a<!-- b > c -->d", "ad"), ("5 &lt; 6 &amp; 7 &#8364; &#x41; &nope;", "5 < 6 & 7 € A &nope;"),
    ("<a href=\"https://pay.example/x\">pay</a>", "pay <https://pay.example/x>"),
    ("<a href=\"javascript:x\">pay</a>", "pay"), ("1 < 2", "1 < 2"), ("<b", ""),
    ("<a title=\"x>y", "y"),
  ])
  func reducesPages(html: String, text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test func stripsWhatRepaintsATerminal() {
    #expect(SafeText.paragraphs("a\u{1b}[31m\r\nb\rc\u{202e}") == "a[31m\nb\nc")
  }

  @Test func writesJSON() {
    let value = AnswerValue.fields([
      ("a", .text("\"\\\u{01}é\n")), ("b", nil), ("c", .list([.number(-1), .flag(true)])),
    ])
    #expect(
      String(decoding: value.encoded, as: UTF8.self)
        == #"{"a":"\"\\\u0001é\u000a","c":[-1,true]}"#)
  }
}
