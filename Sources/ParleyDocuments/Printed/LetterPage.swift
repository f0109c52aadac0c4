package import PrintKit

/// A text of letters set for paper: what stands between empty lines is a paragraph and keeps its
/// lines.
package enum LetterPage {
  package static func blocks(of text: String) -> [PrintedBlock] {
    var blocks: [PrintedBlock] = []
    var lines: [Substring] = []
    func end() {
      guard !lines.isEmpty else { return }
      blocks.append(.paragraph(lines.joined(separator: "\n")))
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) { end() } else { lines.append(line) }
    }
    end()
    return blocks
  }
}
