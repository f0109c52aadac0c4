/// A table of text as banks export it: a line of names, then a line for each record (RFC 4180). Read
/// strictly, so that a line that is torn is told and never half understood.
struct CSVTable: Hashable, Sendable {
  struct Fault: Error, Hashable, Sendable {
    let line: Int
    let reason: String
  }

  struct Record: Hashable, Sendable {
    /// The line of the file it begins on, from 1.
    let line: Int
    let fields: [String]
  }

  let header: [String]
  let records: [Record]

  /// The most records of one file.
  static let recordsMax = 20_000

  /// Reads a whole table. Throws for an open quotation, for text after a closed one, for a record with
  /// another number of fields than the header, and for a name that stands twice.
  init(_ text: String, separator: Character, headerLine: Int = 1) throws(Fault) {
    var all = try Self.records(text, separator: separator)
    all.removeAll { $0.line < headerLine || $0.fields == [""] }
    guard let first = all.first else {
      throw Fault(line: headerLine, reason: "there is no line of column names")
    }
    header = first.fields.map(\.trimmingSpaces)
    for (index, name) in header.enumerated() where header.prefix(index).contains(name) {
      throw Fault(line: first.line, reason: "the column name \"\(name)\" stands twice")
    }
    guard all.count - 1 <= Self.recordsMax else {
      throw Fault(
        line: all[Self.recordsMax].line,
        reason: "there are more than \(Self.recordsMax) records; split the file")
    }
    for record in all where record.fields.count != header.count {
      throw Fault(
        line: record.line,
        reason: "\(record.fields.count) fields where the names are \(header.count); "
          + "is the separator right?")
    }
    records = Array(all.dropFirst())
  }

  private static func records(
    _ text: String, separator: Character
  ) throws(Fault) -> [Record] {
    var reader = Reader(separator: separator)
    for character in text { try reader.take(character) }
    return try reader.finish()
  }

  /// Takes a table character by character; a line break of any kind is one.
  private struct Reader {
    let separator: Character
    private var records: [Record] = []
    private var fields: [String] = []
    private var field = ""
    private var line = 1
    private var begins = 1
    private var state = State.start

    private enum State { case start, plain, quoted, closed }

    init(separator: Character) { self.separator = separator }

    mutating func take(_ character: Character) throws(Fault) {
      switch (state, character) {
      case (.quoted, "\""): state = .closed
      case (.quoted, _):
        if character.isNewline { line += 1 }
        field.append(character)
      case (.closed, "\""):
        field.append("\"")
        state = .quoted
      case (.start, "\""): state = .quoted
      case (_, separator): endField()
      case (_, _) where character.isNewline: endRecord()
      case (.closed, _):
        throw Fault(line: line, reason: "text after a closing quotation mark")
      case (_, "\""): throw Fault(line: line, reason: "a quotation mark inside a field")
      default:
        field.append(character)
        state = .plain
      }
    }

    mutating func finish() throws(Fault) -> [Record] {
      guard state != .quoted else {
        throw Fault(line: begins, reason: "a quotation that is never closed")
      }
      if state != .start || !fields.isEmpty { endRecord() }
      return records
    }

    private mutating func endField() {
      fields.append(field)
      field = ""
      state = .start
    }

    private mutating func endRecord() {
      endField()
      records.append(Record(line: begins, fields: fields))
      fields = []
      line += 1
      begins = line
    }
  }
}
