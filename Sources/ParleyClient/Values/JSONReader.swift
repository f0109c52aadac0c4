/// Reads JSON text into plain values, keeping the order of members and the spelling of numbers.
///
/// Refuses what is not JSON, what nests deeper than `depthMax` and what has anything but space
/// behind it. Of repeated member names the first wins on reading by path.
package struct JSONReader {
  /// Deeper nesting is refused: no message of the API comes near it, and the reader recurses.
  package static let depthMax = 100

  /// Where the text stops being JSON.
  package struct Fault: Error, Hashable, Sendable {
    package let byteOffset: Int
  }

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The value that a text spells.
  package static func read(_ bytes: [UInt8]) throws(Fault) -> PlainValue {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw reader.fault }
    return value
  }

  /// The value that a text spells.
  package static func read(_ text: String) throws(Fault) -> PlainValue {
    try read(Array(text.utf8))
  }

  private var fault: Fault { Fault(byteOffset: position) }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
  }

  private mutating func take(_ expected: String) throws(Fault) {
    let wanted = Array(expected.utf8)
    guard bytes[position...].starts(with: wanted) else { throw fault }
    position += wanted.count
  }

  private mutating func value(depth: Int) throws(Fault) -> PlainValue {
    guard depth < Self.depthMax else { throw fault }
    skipSpace()
    switch next {
    case UInt8(ascii: "n"):
      try take("null")
      return .null
    case UInt8(ascii: "t"):
      try take("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try take("false")
      return .bool(false)
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "["): return .list(try elements(depth: depth))
    case UInt8(ascii: "{"): return .record(try members(depth: depth))
    default: return .number(try number())
    }
  }

  private mutating func elements(depth: Int) throws(Fault) -> [PlainValue] {
    try take("[")
    skipSpace()
    if next == UInt8(ascii: "]") {
      position += 1
      return []
    }
    var elements: [PlainValue] = []
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if next == UInt8(ascii: ",") {
        position += 1
      } else {
        try take("]")
        return elements
      }
    }
  }

  private mutating func members(depth: Int) throws(Fault) -> [PlainValue.Member] {
    try take("{")
    skipSpace()
    if next == UInt8(ascii: "}") {
      position += 1
      return []
    }
    var members: [PlainValue.Member] = []
    while true {
      skipSpace()
      let name = try string()
      skipSpace()
      try take(":")
      members.append(PlainValue.Member(name, try value(depth: depth + 1)))
      skipSpace()
      if next == UInt8(ascii: ",") {
        position += 1
      } else {
        try take("}")
        return members
      }
    }
  }

  private mutating func number() throws(Fault) -> String {
    let start = position
    while let byte = next, Array("+-.eE0123456789".utf8).contains(byte) { position += 1 }
    let spelled = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(spelled) != nil, !spelled.hasPrefix("+"), !spelled.hasPrefix(".") else {
      position = start
      throw fault
    }
    return spelled
  }

  private mutating func string() throws(Fault) -> String {
    try take("\"")
    var utf8: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: utf8, as: UTF8.self)
      case UInt8(ascii: "\\"): utf8 += try escaped()
      case 0..<0x20: throw fault
      default: utf8.append(byte)
      }
    }
    throw fault
  }

  private mutating func escaped() throws(Fault) -> [UInt8] {
    guard let kind = next else { throw fault }
    position += 1
    switch kind {
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]) {
        try take("\\u")
        units.append(try codeUnit())
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [kind]
    default: throw fault
    }
  }

  private mutating func codeUnit() throws(Fault) -> UInt16 {
    let end = min(position + 4, bytes.count)
    let digits = String(decoding: bytes[position..<end], as: UTF8.self)
    guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else { throw fault }
    position = end
    return unit
  }
}
