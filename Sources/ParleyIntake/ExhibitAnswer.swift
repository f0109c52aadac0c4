/// What an exhibit was found to be. Some of it may have been refused, with the reason, and the rest
/// holds all the same.
package struct ExhibitAnswer: Hashable, Sendable, Decodable {
  package struct Refused: Hashable, Sendable, Decodable {
    package let reason: String
    package let sentence: String

    package init(reason: String, sentence: String) {
      (self.reason, self.sentence) = (reason, sentence)
    }
  }

  package let type: String
  package let bytes: Int64
  package let text: FoundText?
  /// Whether there is more text than was read.
  package let cut: Bool?
  package let message: MailAnswer?
  package let archive: FileAnswer.Archive?
  package let refused: Refused?
  /// Of a document in pages: how many it says it has, and how many of those that were read hold no text.
  package let pages: Int?
  package let silentPages: Int?
  /// Which reader it was; nil of the first, which did not say so.
  package let reader: Int?

  /// The reader that belongs to this build. What an earlier one found no text in, this one may.
  package static let readerVersion = 2

  /// Its text or that of the message it is.
  package var words: FoundText? { text ?? message?.text }
}

/// An exhibit and its text.
package struct ReadExhibit: Sendable {
  package let answer: ExhibitAnswer
  package let contents: IntakeContents

  /// The first characters of its text; empty where it has none. Blocks while it reads.
  package func text(charactersMax: Int) throws -> (text: String, isCut: Bool) {
    guard let words = answer.words else { return ("", false) }
    // A character has four bytes at most, marks that join it aside; these are cut off with the rest.
    let bytes = try contents.read(words.stretch, at: 0, count: 4 * charactersMax)
    let all = String(decoding: bytes, as: UTF8.self)
    let kept = String(all.prefix(charactersMax))
    let isCut =
      answer.cut == true || Int64(bytes.count) < words.bytes || kept.utf8.count < all.utf8.count
    return (kept, isCut)
  }
}

extension IntakeLane {
  /// What an open file is that was put in evidence, and its text. Of a message that it holds the
  /// attachments are not looked at: they were filed by themselves, or not at all.
  package func exhibit(_ file: Int32, isMail: Bool) async throws -> ReadExhibit {
    let (answer, contents) = try await ask(["exhibit"] + (isMail ? ["mail"] : []), file)
    guard let found = answer.exhibit, found.bytes >= 0,
      found.archive.map({ $0.unfoldedBytes >= 0 }) ?? true,
      [found.pages, found.silentPages].allSatisfy({ $0.map { $0 >= 0 } ?? true }),
      found.reader.map({ $0 > 0 }) ?? true
    else { throw IntakeFault.garbage }
    try await check(contents) { contents in
      try found.words.map { try contents.holds($0.stretch) } ?? true
    }
    return ReadExhibit(answer: found, contents: contents)
  }
}
