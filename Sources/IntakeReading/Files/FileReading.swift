/// Says what any other file is. Text and HTML are read, archives listed; of everything else, documents
/// among it, the type and size are told: their text is wanted of exhibits only, see ``ExhibitReading``.
package enum FileReading {
  package static func read(
    _ file: InputFile, shelf: ReadingShelf, spool: Spool
  ) throws -> AnswerValue {
    guard file.byteCount > 0 else { throw IntakeRefusal(.empty, "The file is empty.") }
    guard file.byteCount <= Limits.fileBytesMax else {
      throw IntakeRefusal(.tooLarge, "It is larger than \(Limits.fileBytesMax) bytes.")
    }
    let type = try shelf.magic.type(of: file)
    let isArchive = ArchiveReading.types.contains(type)
    return .fields([
      ("type", .text(type)), ("bytes", .number(file.byteCount)),
      ("sha256", .text(try Checksum.of(file))),
      ("text", try text(file, type: type, shelf: shelf, spool: spool)),
      ("archive", isArchive ? try ArchiveReading.read(file, type: type) : nil),
    ])
  }

  /// The text of a text or an HTML page that is not longer than an e-mail's may be; none otherwise.
  private static func text(
    _ file: InputFile, type: String, shelf: ReadingShelf, spool: Spool
  ) throws -> AnswerValue? {
    guard type == "text/plain" || type == "text/html",
      file.byteCount <= Int64(Limits.textBytesMax)
    else { return nil }
    var bytes: [UInt8] = []
    try file.forEachPiece { bytes += $0 }
    let decoded = shelf.charsets.decode(bytes, declared: nil)
    let isHTML = type == "text/html"
    let plain = isHTML ? HTMLText.plain(decoded.text) : SafeText.paragraphs(decoded.text)
    let start = spool.byteCount
    try spool.append(Array(plain.utf8))
    return .fields([
      ("offset", .number(start)), ("bytes", .count(plain.utf8.count)),
      ("from", .text(isHTML ? "html" : "plain")), ("charset", .text(decoded.charset)),
      ("replaced", .count(decoded.replaced)),
    ])
  }
}
