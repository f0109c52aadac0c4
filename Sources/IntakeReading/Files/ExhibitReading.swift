/// Says what an exhibit is and gives its text, as far as it is searched. A file of which only a part can
/// be understood is answered by its type and the reason, since it is in evidence all the same.
package enum ExhibitReading {
  /// - Parameter isMail: whether it was filed as an e-mail, and so is to be read as one whatever it
  ///   looks like.
  package static func read(
    _ file: InputFile, isMail: Bool, shelf: ReadingShelf, spool: Spool
  ) throws -> AnswerValue {
    guard file.byteCount > 0 else { throw IntakeRefusal(.empty, "The file is empty.") }
    let type = try shelf.magic.type(of: file)
    var fields: [(name: String, value: AnswerValue?)] = [
      ("type", .text(type)), ("bytes", .number(file.byteCount)),
    ]
    do {
      if isMail || type == "message/rfc822" {
        fields.append(("message", try MessageReading(shelf: shelf, spool: spool).read(file)))
      } else if ArchiveReading.types.contains(type) {
        guard file.byteCount <= Limits.fileBytesMax else {
          throw IntakeRefusal(
            .tooLarge, "An archive of more than \(Limits.fileBytesMax) bytes is not listed.")
        }
        fields.append(("archive", try ArchiveReading.read(file, type: type)))
      } else if isText(type) {
        fields += try text(file, isHTML: type == "text/html", shelf: shelf, spool: spool)
      }
    } catch let refusal as IntakeRefusal where !isMail && type == "message/rfc822" {
      // It only looks like an e-mail: then it is a text, as it stands.
      fields += try text(file, isHTML: false, shelf: shelf, spool: spool)
      fields.append(("refused", refusal.reasonAndSentence))
    } catch let refusal as IntakeRefusal {
      fields.append(("refused", refusal.reasonAndSentence))
    }
    return .fields(fields)
  }

  /// Whether a type is text that says what it says; formats whose marks would be found instead of
  /// their words are not.
  private static func isText(_ type: String) -> Bool {
    (type.hasPrefix("text/") && type != "text/rtf")
      || ["application/json", "application/x-ndjson", "application/csv"].contains(type)
  }

  /// The beginning of a text, as much of it as of an e-mail.
  private static func text(
    _ file: InputFile, isHTML: Bool, shelf: ReadingShelf, spool: Spool
  ) throws -> [(name: String, value: AnswerValue?)] {
    let bytes = try file.read(at: 0, count: Limits.textBytesMax)
    let decoded = shelf.charsets.decode(bytes, declared: nil)
    let plain = isHTML ? HTMLText.plain(decoded.text) : SafeText.paragraphs(decoded.text)
    let start = spool.byteCount
    try spool.append(Array(plain.utf8))
    return [
      (
        "text",
        .fields([
          ("offset", .number(start)), ("bytes", .count(plain.utf8.count)),
          ("from", .text(isHTML ? "html" : "plain")), ("charset", .text(decoded.charset)),
          ("replaced", .count(decoded.replaced)),
        ])
      ),
      ("cut", .flag(file.byteCount > Int64(Limits.textBytesMax))),
    ]
  }
}
