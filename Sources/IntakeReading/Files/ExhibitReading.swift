/// Says what an exhibit is and gives its text, as far as it is searched. A file of which only a part can
/// be understood is answered by its type and the reason, since it is in evidence all the same.
package enum ExhibitReading {
  /// Raised when something can be read that could not be before. The server keeps it with what was
  /// read, and has files without text read again by a later one. 1 read plain text, HTML, e-mails and
  /// lists of archives; 2 also PDF, Office Open XML, OpenDocument and RTF.
  package static let readerVersion = 2

  /// - Parameter isMail: whether it was filed as an e-mail, and so is to be read as one whatever it
  ///   looks like.
  package static func read(
    _ file: InputFile, isMail: Bool, shelf: ReadingShelf, spool: Spool
  ) throws -> AnswerValue {
    guard file.byteCount > 0 else { throw IntakeRefusal(.empty, "The file is empty.") }
    let found = try shelf.magic.type(of: file)
    let office = isMail ? nil : officeDocument(file, found)
    let type = office?.document?.type ?? found
    var fields: [(name: String, value: AnswerValue?)] = [
      ("type", .text(type)), ("bytes", .number(file.byteCount)),
      ("reader", .count(readerVersion)),
    ]
    do {
      if isMail || type == "message/rfc822" {
        fields.append(("message", try MessageReading(shelf: shelf, spool: spool).read(file)))
      } else if type == "application/pdf" {
        fields += document(.pdf, type, file, spool) { try PDFReading.read(file, into: $0) }
      } else if let office {
        fields += document(office.source, type, file, spool) { taken in
          try OfficeReading.read(file, as: try office.get(), into: taken)
        }
      } else if type == "text/rtf" {
        fields += document(.rtf, type, file, spool) { taken in
          try RTFReading.read(file, charsets: shelf.charsets, into: taken)
        }
      } else if try OldOfficeFile.isOne(file) {
        throw try OldOfficeFile.refusal(of: file)
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

  /// What an office document is, or why that cannot be told.
  private struct Office {
    let source: TakenText.Source
    let document: OfficeDocument?
    let refusal: IntakeRefusal?

    func get() throws -> OfficeDocument {
      if let document { return document }
      throw refusal ?? IntakeRefusal(.malformed, "The document is damaged.")
    }
  }

  /// The office document a file is; nil of every other, and of archives that cannot be read and do not
  /// look like one.
  private static func officeDocument(_ file: InputFile, _ type: String) -> Office? {
    do {
      let document = try OfficeDocument.found(in: file)
      return document.map { Office(source: $0.source, document: $0, refusal: nil) }
    } catch {
      let isOpen = type.hasPrefix("application/vnd.oasis.opendocument.")
      guard isOpen || type.hasPrefix("application/vnd.openxmlformats-officedocument.") else {
        return nil
      }
      return Office(
        source: isOpen ? .odf : .ooxml, document: nil, refusal: error as? IntakeRefusal)
    }
  }

  /// The text of a document, with the reason where it could not be taken whole.
  private static func document(
    _ source: TakenText.Source, _ type: String, _ file: InputFile, _ spool: Spool,
    _ read: (TakenText) throws -> Void
  ) -> [(name: String, value: AnswerValue?)] {
    let taken = TakenText(source, type: type, fileBytes: file.byteCount, spool: spool)
    do {
      try read(taken)
      return taken.fields()
    } catch let refusal as IntakeRefusal {
      return taken.fields(refused: refusal)
    } catch {
      return taken.fields(refused: IntakeRefusal(.failed, "The file cannot be read."))
    }
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
