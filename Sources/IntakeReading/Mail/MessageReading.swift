/// Reads one message whole, or refuses it.
package final class MessageReading {
  let shelf: ReadingShelf
  let spool: Spool
  private let words: EncodedWords
  /// Parts seen so far, those of attached messages too.
  private var parts = 0
  private var decodedBytes: Int64 = 0
  var attachments: [AnswerValue] = []
  var notes: [String] = []

  package init(shelf: ReadingShelf, spool: Spool) {
    (self.shelf, self.spool) = (shelf, spool)
    words = EncodedWords(charsets: shelf.charsets)
  }

  /// The answer: headers, text and attachments.
  package func read(_ file: InputFile) throws -> AnswerValue {
    guard file.byteCount > 0 else { throw IntakeRefusal(.empty, "The message is empty.") }
    guard file.byteCount <= Limits.messageBytesMax else {
      throw IntakeRefusal(.tooLarge, "It is larger than \(Limits.messageBytesMax) bytes.")
    }
    let headers = try HeaderBlock(file)
    let tree = try MimeTree(file)
    let texts = try walk(MimePart(object: tree.root), in: file, depth: 0)
    note(tree.notes)
    let text = try put(texts)
    return .fields([
      ("bytes", .number(file.byteCount)), ("sha256", .text(try Checksum.of(file))),
      ("head", try head(headers)), ("text", text), ("attachments", .list(attachments)),
      ("notes", .texts(notes)),
    ])
  }

  func note(_ sentences: [String]) {
    for sentence in sentences where !notes.contains(sentence) { notes.append(sentence) }
  }

  /// Counts a part; refuses too many, too deep, or with headers beyond measure.
  func count(_ part: MimePart, depth: Int) throws {
    parts += 1
    guard parts <= Limits.partsMax else {
      throw IntakeRefusal(.tooManyParts, "It has more than \(Limits.partsMax) parts.")
    }
    guard depth <= Limits.depthMax else {
      throw IntakeRefusal(
        .tooDeep, "Its parts lie more than \(Limits.depthMax) deep inside each other.")
    }
    let measure = part.headerMeasure
    guard measure.count <= Limits.headersMax else {
      throw IntakeRefusal(
        .tooManyHeaders, "A part has more than \(Limits.headersMax) headers.")
    }
    guard measure.bytes <= Limits.headerBytesMax else {
      throw IntakeRefusal(
        .headersTooLarge, "The headers of a part are longer than \(Limits.headerBytesMax) bytes.")
    }
  }

  /// Counts decoded bytes.
  func count(decoded bytes: Int) throws {
    decodedBytes += Int64(bytes)
    guard decodedBytes <= Limits.decodedBytesMax else {
      throw IntakeRefusal(
        .tooLarge, "Decoded it is larger than \(Limits.decodedBytesMax) bytes.")
    }
  }

  // MARK: Headers

  /// What the headers say. All of it is what the sender and the servers on the way claim.
  func head(_ headers: HeaderBlock) throws -> AnswerValue {
    let from = try addresses("from", headers)
    let sender = try addresses("sender", headers)
    guard !from.isEmpty || !sender.isEmpty else {
      throw IntakeRefusal(.notMail, "It names no sender.")
    }
    let ids = headers.value("message-id").map(MessageIDs.list) ?? []
    let references = MessageIDs.list(Array(headers.values("references").joined(separator: [0x20])))
    guard references.count <= Limits.referencesMax else {
      throw IntakeRefusal(
        .tooManyHeaders, "It refers to more than \(Limits.referencesMax) messages.")
    }
    return .fields([
      ("messageId", .optional(ids.first)),
      (
        "inReplyTo",
        .texts(MessageIDs.list(Array(headers.values("in-reply-to").joined(separator: [0x20]))))
      ),
      ("references", .texts(references)), ("subject", .optional(line("subject", headers))),
      ("date", date(headers)), ("from", Self.answer(from)), ("sender", Self.answer(sender)),
      ("replyTo", Self.answer(try addresses("reply-to", headers))),
      ("to", Self.answer(try addresses("to", headers))),
      ("cc", Self.answer(try addresses("cc", headers))),
      ("bcc", Self.answer(try addresses("bcc", headers))),
      ("received", lines("received", headers)),
      (
        "claims",
        .fields([
          ("authenticationResults", lines("authentication-results", headers)),
          ("dkimSignatures", lines("dkim-signature", headers)),
        ])
      ),
    ])
  }

  private static func answer(_ addresses: [MailAddress]) -> AnswerValue {
    .list(addresses.map(\.answer))
  }

  private func addresses(_ name: String, _ headers: HeaderBlock) throws -> [MailAddress] {
    try MailAddress.list(headers.values(name), words: words)
  }

  private func line(_ name: String, _ headers: HeaderBlock) -> String? {
    guard let value = headers.value(name) else { return nil }
    let (text, isExact) = words.decode(value)
    if !isExact { note(["Characters of the header \(name) were guessed or replaced."]) }
    return SafeText.line(text)
  }

  private func lines(_ name: String, _ headers: HeaderBlock) -> AnswerValue {
    .texts(headers.values(name).map { SafeText.line(String(decoding: $0, as: UTF8.self)) })
  }

  private func date(_ headers: HeaderBlock) -> AnswerValue? {
    guard let value = headers.value("date") else { return nil }
    let written = SafeText.line(String(decoding: value, as: UTF8.self), bytesMax: 200)
    let date = MailDate(written)
    if date == nil { note(["Its date cannot be read."]) }
    return .fields([
      ("written", .text(written)), ("seconds", date.map { .number($0.seconds) }),
      ("offsetMinutes", date?.offsetMinutes.map { .count($0) }),
    ])
  }
}

/// What is loaded before the confinement.
package struct ReadingShelf {
  package let charsets: CharsetShelf
  package let magic: MagicBook

  package init() throws {
    MimeTree.begin()
    charsets = CharsetShelf()
    magic = try MagicBook()
  }
}
