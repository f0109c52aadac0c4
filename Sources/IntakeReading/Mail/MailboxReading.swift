/// Finds the messages of a mailbox file (mbox), or answers that the file is one message.
package struct MailboxReading {
  /// Where a message lies in the file.
  package struct Slice: Hashable, Sendable {
    package let start: Int64
    package var byteCount: Int64
    /// Whether lines in it were changed to `>From ` on the way into the mailbox.
    package var isEscaped: Bool
  }

  package private(set) var slices: [Slice] = []
  /// A postmark, until the line after it shows whether it is one.
  private var candidate: (start: Int64, end: Int64, before: Int64)?
  private var isEscaped = false
  private var wasBlank = true
  /// Where the separating blank line before the current one began.
  private var blankStart: Int64 = 0
  /// As much of a line as tells what it is.
  private static let headBytesMax = 256

  /// Answers the messages, one for a file that does not begin with a postmark. A line `From ` counts
  /// as a postmark only after a blank line, with a time and a year in it, and before a header: text
  /// that begins a sentence so is left alone, also where the program that wrote the mailbox did not
  /// escape it.
  package static func slices(of file: InputFile) throws -> [Slice] {
    guard file.byteCount > 0 else { throw IntakeRefusal(.empty, "The file is empty.") }
    guard try file.read(at: 0, count: 5) == Array("From ".utf8) else {
      return [Slice(start: 0, byteCount: file.byteCount, isEscaped: false)]
    }
    var reading = MailboxReading()
    var head: [UInt8] = []
    var lineStart: Int64 = 0
    var offset: Int64 = 0
    try file.forEachPiece { piece in
      var rest = piece[...]
      while !rest.isEmpty {
        let newline = rest.firstIndex(of: UInt8(ascii: "\n"))
        let line = newline.map { rest[...$0] } ?? rest
        head += line.prefix(max(0, headBytesMax - head.count))
        rest = rest[line.endIndex...]
        offset += Int64(line.count)
        guard newline != nil else { break }
        try reading.take(line: head, from: lineStart, to: offset)
        head.removeAll(keepingCapacity: true)
        lineStart = offset
      }
    }
    if lineStart < offset { try reading.take(line: head, from: lineStart, to: offset) }
    // Programs put a blank line behind the last message as well.
    reading.close(at: reading.wasBlank ? reading.blankStart : offset)
    guard !reading.slices.isEmpty else {
      throw IntakeRefusal(.notMail, "It begins as a mailbox, and no message follows.")
    }
    return reading.slices
  }

  private mutating func take(line: [UInt8], from start: Int64, to end: Int64) throws {
    if let found = candidate {
      candidate = nil
      if HeaderBlock.isField(line) {
        if !slices.isEmpty { close(at: found.before) }
        guard slices.count < Limits.mailboxMessagesMax else {
          throw IntakeRefusal(
            .tooManyMessages, "It holds more than \(Limits.mailboxMessagesMax) messages.")
        }
        slices.append(Slice(start: found.end, byteCount: 0, isEscaped: false))
        isEscaped = false
      }
    }
    let isBlank = line.allSatisfy { $0 == 0x0a || $0 == 0x0d }
    if wasBlank, Self.isPostmark(line) {
      candidate = (start, end, slices.isEmpty ? start : blankStart)
    } else if Self.isEscape(line) {
      isEscaped = true
    }
    if isBlank { blankStart = start }
    wasBlank = isBlank
  }

  private mutating func close(at end: Int64) {
    guard var last = slices.popLast() else { return }
    last.byteCount = max(0, end - last.start)
    last.isEscaped = isEscaped
    slices.append(last)
  }

  private static func isPostmark(_ line: [UInt8]) -> Bool {
    guard line.starts(with: Array("From ".utf8)) else { return false }
    let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x0a || $0 == 0x0d })
    let hasClock = words.contains { word in
      word.count >= 4 && word.contains(UInt8(ascii: ":")) && word.allSatisfy(isDigitOrColon)
    }
    let hasYear = words.contains { $0.count == 4 && $0.allSatisfy(isDigit) }
    return words.count >= 4 && hasClock && hasYear
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isDigitOrColon(_ byte: UInt8) -> Bool { (0x30...0x3a).contains(byte) }

  private static func isEscape(_ line: [UInt8]) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: ">") }
    return rest.count < line.count && rest.starts(with: Array("From ".utf8))
  }

  /// Writes a message as it was before it came into the mailbox: of each `>From ` one sign is taken
  /// away (the form "mboxrd", which every present program writes).
  package static func unescape(_ file: InputFile, into spool: Spool) throws -> InputFile {
    let begin = spool.byteCount
    let word = Array("From ".utf8)
    // The signs of the line so far while it may still turn out to be an escape; nil after that.
    var held: [UInt8]? = []
    try file.forEachPiece { piece in
      var output: [UInt8] = []
      output.reserveCapacity(piece.count)
      for byte in piece {
        guard var line = held else {
          output.append(byte)
          if byte == UInt8(ascii: "\n") { held = [] }
          continue
        }
        line.append(byte)
        let rest = line.drop { $0 == UInt8(ascii: ">") }
        let isEscaped = rest.count < line.count
        if rest.elementsEqual(word), isEscaped {
          output += line.dropFirst()
          held = nil
        } else if isEscaped, word.starts(with: rest), line.count < 200 {
          held = line
        } else {
          output += line
          held = byte == UInt8(ascii: "\n") ? [] : nil
        }
      }
      try spool.append(output)
    }
    try spool.append(held ?? [])
    return spool.file(from: begin)
  }
}

extension MailboxReading.Slice {
  var answer: AnswerValue {
    .fields([
      ("from", .number(start)), ("bytes", .number(byteCount)), ("escaped", .flag(isEscaped)),
    ])
  }
}
