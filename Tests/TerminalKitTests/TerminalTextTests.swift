import TerminalKit
import Testing

struct TerminalTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("Olá, 漢 👩‍👩‍👧 ❤\u{FE0F}", "Olá, 漢 👩‍👩‍👧 ❤\u{FE0F}"),
    ("\u{1B}[31mred\u{1B}[0m", "red"), ("\u{1B}[2J\u{1B}[1;1Hgone", "gone"),
    ("\u{9B}31mred", "red"), ("a\u{1B}]0;title\u{07}b", "ab"),
    ("a\u{1B}]8;;http://x.example\u{1B}\\link\u{1B}]8;;\u{1B}\\b", "alinkb"),
    ("a\u{9D}0;title\u{9C}b", "ab"), ("a\u{1B}Pdevice\u{1B}\\b", "ab"), ("a\u{1B}(Bb", "ab"),
    ("a\u{1B}cb", "ab"), ("a\u{1B}", "a"), ("a\u{1B}[", "a"), ("a\u{1B}[31", "a"),
    ("a\rb", "ab"), ("a\u{08}\u{7F}\u{00}b", "ab"), ("a\u{85}b", "ab"),
    ("1\u{202E}00,1\u{202C}", "100,1"), ("\u{2066}a\u{2069}", "a"),
    ("\u{1B}]never ends", ""), ("[31m", "[31m"), ("שלום", "שלום"),
  ])
  func controlsAreRemoved(text: String, expected: String) {
    #expect(TerminalText.stripControls(text) == expected)
    #expect(TerminalText.stripControls(text, keepingLines: true) == expected)
  }

  @Test func linesBecomeSpacesOrStay() {
    let text = "a\r\nb\tc\u{2028}d\n\u{1B}]never ends\ne"
    #expect(TerminalText.stripControls(text) == "a b c d  e")
    #expect(TerminalText.stripControls(text, keepingLines: true) == "a\nb\tc\nd\n\ne")
  }

  /// What is left must hold nothing that a second look would remove.
  @Test func nothingIsPutTogetherByRemoving() {
    let nested = "\u{1B}\u{1B}[31m[32mx\u{202A}\u{1B}[\u{9B}1m"
    let once = TerminalText.stripControls(nested)
    #expect(TerminalText.stripControls(once) == once)
    #expect(!once.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
  }
}
