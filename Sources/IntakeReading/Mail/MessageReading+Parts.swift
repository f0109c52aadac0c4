extension MessageReading {
  /// Text of a part, decoded.
  struct Text {
    let text: String
    let isHTML: Bool
    let charset: String
    let replaced: Int
  }

  /// Goes through the parts: text is gathered, everything else put down as an attachment. Of
  /// alternatives the plain text is taken, else the first that has text.
  func walk(_ part: MimePart, in file: InputFile, depth: Int) throws -> [Text] {
    try count(part, depth: depth)
    guard let children = part.children else { return try leaf(part, in: file, depth: depth) }
    if part.hasTextOutsideParts { note(["There is text outside its parts, which is not read."]) }
    let texts = try children.map { try walk($0, in: file, depth: depth + 1) }
    guard part.type == "multipart/alternative" else { return texts.flatMap { $0 } }
    let plain = texts.first { !$0.isEmpty && $0.allSatisfy { !$0.isHTML && !$0.text.isEmpty } }
    return plain ?? texts.first { !$0.isEmpty } ?? []
  }

  private func leaf(_ part: MimePart, in file: InputFile, depth: Int) throws -> [Text] {
    let type = part.type
    let isText = type == "text/plain" || type == "text/html"
    let content = part.content(in: file)
    if isText, !part.isAttachment, part.fileName == nil, part.decoder != nil,
      content.byteCount <= 3 * Int64(Limits.textBytesMax)
    {
      let bytes = try decoded(part, content)
      if bytes.count <= Limits.textBytesMax {
        try count(decoded: bytes.count)
        let text = shelf.charsets.decode(bytes, declared: part.charset)
        if text.isGuess, !text.text.isEmpty {
          note(["The charset of its text is a guess: \(text.charset)."])
        }
        if text.replaced > 0 {
          note(["\(text.replaced) characters of its text were replaced: they have no meaning."])
        }
        let isHTML = type == "text/html"
        return [
          Text(
            text: isHTML ? HTMLText.plain(text.text) : SafeText.paragraphs(text.text),
            isHTML: isHTML, charset: text.charset, replaced: text.replaced)
        ]
      }
    }
    try attach(part, content, depth: depth)
    return []
  }

  /// All bytes of a short part.
  private func decoded(_ part: MimePart, _ content: InputFile) throws -> [UInt8] {
    var decoder = part.decoder ?? PlainDecoder()
    var bytes: [UInt8] = []
    try content.forEachPiece { decoder.decode($0, into: &bytes) }
    guard decoder.finish(into: &bytes) else { throw Self.cutOff }
    return bytes
  }

  private static let cutOff = IntakeRefusal(.cutOff, "The encoded content of a part is cut off.")

  /// Puts the content of a part down and notes what it is.
  private func attach(_ part: MimePart, _ content: InputFile, depth: Int) throws {
    guard attachments.count < Limits.attachmentsMax else {
      throw IntakeRefusal(
        .tooManyAttachments, "It has more than \(Limits.attachmentsMax) attachments.")
    }
    let start = spool.byteCount
    let hash = try putDown(part, content)
    let file = spool.file(from: start)
    let number = attachments.count + 1
    let declared = part.type
    let name = part.fileName.flatMap(SafeText.fileName)
    let nested =
      declared.hasPrefix("message/") && declared != "message/delivery-status"
      ? try headline(file, depth: depth + 1) : nil
    attachments.append(
      .fields([
        ("number", .count(number)), ("name", .text(name ?? Self.name(number, of: declared))),
        ("declaredName", .optional(part.fileName.map { SafeText.line($0, bytesMax: 500) })),
        ("declaredType", .text(declared)), ("foundType", .text(try shelf.magic.type(of: file))),
        ("inline", .flag(!part.isAttachment)), ("contentId", .optional(part.contentID)),
        ("offset", .number(start)), ("bytes", .number(file.byteCount)), ("sha256", .text(hash)),
        ("message", nested),
      ]))
  }

  private func putDown(_ part: MimePart, _ content: InputFile) throws -> String {
    if part.decoder == nil {
      note(["A part has an encoding that is not known; its bytes are kept as they came."])
    }
    var decoder = part.decoder ?? PlainDecoder()
    let checksum = Checksum()
    var bytes: [UInt8] = []
    func put() throws {
      try count(decoded: bytes.count)
      checksum.update(bytes)
      try spool.append(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try content.forEachPiece { piece in
      decoder.decode(piece, into: &bytes)
      try put()
    }
    guard decoder.finish(into: &bytes) else { throw Self.cutOff }
    try put()
    return checksum.finish()
  }

  /// A name for a part that was given none.
  private static func name(_ number: Int, of type: String) -> String {
    let endings = [
      "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif",
      "text/plain": "txt", "text/html": "html", "text/calendar": "ics", "text/csv": "csv",
      "message/rfc822": "eml", "application/zip": "zip", "message/delivery-status": "txt",
    ]
    return "attachment-\(number).\(endings[type] ?? "bin")"
  }

  // MARK: Attached messages

  /// The headers of an attached message. It is an exhibit of its own and can be read by itself, so
  /// nothing more of it is told here; but that it can be read is checked, and its parts count.
  /// One that cannot be read is told with its reason: the message around it is whole without it.
  private func headline(_ file: InputFile, depth: Int) throws -> AnswerValue {
    do {
      guard file.byteCount > 0 else { throw IntakeRefusal(.empty, "The message is empty.") }
      let headers = try HeaderBlock(file)
      let tree = try MimeTree(file)
      try measure(MimePart(object: tree.root), in: file, depth: depth)
      return try head(headers)
    } catch let refusal as IntakeRefusal {
      switch refusal.reason {
      case .tooDeep, .tooManyParts, .tooLarge, .tooManyAttachments, .tooManyAddresses: throw refusal
      default: return refusal.answer
      }
    }
  }

  /// Counts the parts of an attached message, and of those attached to it.
  private func measure(_ part: MimePart, in file: InputFile, depth: Int) throws {
    try count(part, depth: depth)
    if let children = part.children {
      for child in children { try measure(child, in: file, depth: depth + 1) }
      return
    }
    guard part.type.hasPrefix("message/"), part.type != "message/delivery-status" else { return }
    let content = part.content(in: file)
    guard content.byteCount > 0 else { return }
    guard part.decoder is PlainDecoder else {
      let start = spool.byteCount
      _ = try putDown(part, content)
      _ = try headline(spool.file(from: start), depth: depth + 1)
      return
    }
    _ = try headline(content, depth: depth + 1)
  }

  // MARK: Text

  /// Puts the text down in UTF-8 and says where it lies; nothing where there is none.
  func put(_ texts: [Text]) throws -> AnswerValue? {
    let kept = texts.filter { !$0.text.allSatisfy(\.isWhitespace) }
    guard let first = kept.first else { return nil }
    let bytes = Array(kept.map(\.text).joined(separator: "\n").utf8)
    let start = spool.byteCount
    try spool.append(bytes)
    return .fields([
      ("offset", .number(start)), ("bytes", .count(bytes.count)),
      ("from", .text(kept.contains { $0.isHTML } ? "html" : "plain")),
      ("charset", .text(first.charset)),
      ("replaced", .count(kept.reduce(0) { $0 + $1.replaced })),
    ])
  }
}
