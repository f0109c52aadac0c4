/// The headers of a message, as they stand.
package struct HeaderBlock {
  /// A header: its name in lower case, and its value on one line.
  package struct Field {
    package let name: String
    package let value: [UInt8]
  }

  package let fields: [Field]

  /// Reads the headers at the start of a message. Refuses what is no header among them, since
  /// readers differ in where they then think the text begins; and headers that may stand once and
  /// stand twice with different values.
  package init(_ file: InputFile) throws {
    let bytes = try Self.block(file)
    var fields: [Field] = []
    var current: (name: String, value: [UInt8])?
    var number = 0
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if line.last == 0x0d { line = line.dropLast() }
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09, current != nil {
        current?.value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
        continue
      }
      if let done = current { fields.append(Field(name: done.name, value: done.value)) }
      guard Self.isField(Array(line)), let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        throw IntakeRefusal(.malformed, "Line \(number) is no header of an e-mail.")
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      current = (
        String(name.filter { $0 != " " && $0 != "\t" }),
        Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
      )
      guard fields.count < Limits.headersMax else {
        throw IntakeRefusal(.tooManyHeaders, "It has more than \(Limits.headersMax) headers.")
      }
    }
    if let done = current { fields.append(Field(name: done.name, value: done.value)) }
    self.fields = fields
    try refuseContradictions()
  }

  /// The value of the first header of this name.
  package func value(_ name: String) -> [UInt8]? {
    fields.first { $0.name == name }?.value
  }

  package func values(_ name: String) -> [[UInt8]] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// Whether a line begins with the name of a header and a colon.
  package static func isField(_ line: [UInt8]) -> Bool {
    let name = line.prefix { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ":") }
    let rest = line[name.count...].drop { $0 == 0x20 || $0 == 0x09 }
    return !name.isEmpty && name.count <= 200 && rest.first == UInt8(ascii: ":")
  }

  /// The bytes up to the first blank line.
  private static func block(_ file: InputFile) throws -> [UInt8] {
    let bytes = try file.read(at: 0, count: Limits.headerBytesMax + 4)
    var end: Int?
    var index = 0
    while let newline = bytes[index...].firstIndex(of: 0x0a) {
      let next = bytes[(newline + 1)...]
      if next.first == 0x0a || next.starts(with: [0x0d, 0x0a]) {
        end = newline + 1
        break
      }
      index = newline + 1
    }
    if end == nil, file.byteCount > Int64(Limits.headerBytesMax) {
      throw IntakeRefusal(
        .headersTooLarge, "Its headers are longer than \(Limits.headerBytesMax) bytes.")
    }
    let block = Array(bytes[..<(end ?? bytes.count)])
    guard isField(Array(block.prefix { $0 != 0x0a })) else {
      throw IntakeRefusal(.notMail, "Its first line is no header of an e-mail.")
    }
    guard !block.contains(0) else {
      throw IntakeRefusal(.malformed, "There is a zero byte in its headers.")
    }
    return block
  }

  private static let single = [
    "from", "date", "message-id", "subject", "content-type", "content-transfer-encoding",
  ]

  private func refuseContradictions() throws {
    for name in Self.single {
      let values = values(name)
      if Set(values).count > 1 {
        throw IntakeRefusal(.ambiguous, "It has two different headers \(name).")
      }
    }
  }
}
