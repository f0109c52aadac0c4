import TerminalKit
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("한", 2), ("ﾊﾝ", 2),
    ("ＡＢ", 4), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇵🇹", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("✓", 1),
    ("a\u{200B}b", 2), ("שלום", 4), ("–…€", 3), ("\u{1B}[1m", 3), ("𠀀", 2), ("\t", 0),
  ])
  func cells(text: String, expected: Int) {
    #expect(DisplayWidth.cells(text) == expected)
  }

  @Test func truncationCountsCellsAndKeepsCharactersWhole() {
    #expect(DisplayWidth.truncated("Harbour", to: 7) == "Harbour")
    #expect(DisplayWidth.truncated("Harbour", to: 6) == "Harbo…")
    #expect(DisplayWidth.truncated("漢字漢字", to: 8) == "漢字漢字")
    #expect(DisplayWidth.truncated("漢字漢字", to: 7) == "漢字漢…")
    #expect(DisplayWidth.truncated("漢字漢字", to: 6) == "漢字…")
    #expect(DisplayWidth.truncated("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
    #expect(DisplayWidth.truncated("Harbour", to: 6, ellipsis: "...") == "Har...")
    #expect(DisplayWidth.truncated("Harbour", to: 1) == "…")
    #expect(DisplayWidth.truncated("Harbour", to: 2, ellipsis: "...") == "..")
    #expect(DisplayWidth.truncated("Harbour", to: 0) == "")
  }
}
