/// Takes the text of an office document, with what stands beside it: headers and footers, footnotes,
/// remarks, notes of slides, text in drawings. Words that were struck out while changes were tracked, and
/// hidden ones, are in the file and are taken like any other. Numbers of a spreadsheet are taken as they
/// are stored, so a day is a number there; in OpenDocument as they are shown.
enum OfficeReading {
  /// Reads the file into the text. Refuses, with what was taken until then, what is damaged, unfolds to
  /// too much or holds no text.
  static func read(_ file: InputFile, as document: OfficeDocument, into taken: TakenText) throws {
    let parts = PackedParts(file)
    let table = SharedStrings()
    for role in OfficeDocument.Role.allCases where document.roles.values.contains(role) {
      try parts.forEach { part in
        guard document.roles[part.path] == role, !taken.isFull else { return }
        let text = PartText(taken)
        let reader = XMLReader(listener(for: role, text, table))
        try text.flushing {
          try part.unfold { piece in
            guard !taken.isFull else { return taken.cut() }
            try reader.read(piece)
            try text.flush()
          }
          if !taken.isFull { try reader.finish() }
        }
      }
    }
    if table.isCut { taken.cut() }
    guard taken.byteCount > 0 else { throw IntakeRefusal(.noText, "It holds no text.") }
  }

  private static func listener(
    for role: OfficeDocument.Role, _ text: PartText, _ table: SharedStrings
  ) -> any XMLListener {
    switch role {
    case .strings: table
    case .workbook: SheetNames(text)
    case .sheet: SheetText(text, table)
    case .text, .beside: RunText(text)
    case .openText: OpenDocumentText(text, isHeadersOnly: false)
    case .openStyles: OpenDocumentText(text, isHeadersOnly: true)
    }
  }
}

/// The text of one part before it is put down.
final class PartText {
  private let taken: TakenText
  private var pending: [UInt8] = []
  /// What was added last, put down or not.
  private var last: UInt8?

  init(_ taken: TakenText) {
    self.taken = taken
  }

  func add(_ text: String) throws {
    guard !text.isEmpty else { return }
    pending += text.utf8
    last = pending.last
    if pending.count >= Limits.pieceBytes { try flush() }
  }

  /// Ends a line, unless nothing stands on it.
  func line() throws {
    guard let last, last != 0x0a else { return }
    if pending.last == 0x09 { pending.removeLast() }
    pending.append(0x0a)
    self.last = 0x0a
  }

  /// Reads, and puts down what was taken at the end, also where the rest is damaged.
  func flushing(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      try flush()
      throw error
    }
    try flush()
  }

  func flush() throws {
    guard !pending.isEmpty else { return }
    try taken.add(String(decoding: pending, as: UTF8.self))
    pending.removeAll(keepingCapacity: true)
  }
}
