/// A value of an answer, written as JSON. Written by hand: Foundation would bring 40 MiB of tables
/// into a process that wants to be small.
package indirect enum AnswerValue: Sendable {
  case flag(Bool)
  case number(Int64)
  case text(String)
  case list([AnswerValue])
  /// Fields in the order given; those without a value are left out.
  case fields([(name: String, value: AnswerValue?)])

  /// The bytes of the value.
  package var encoded: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return bytes
  }

  private func write(into bytes: inout [UInt8]) {
    switch self {
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number): bytes += String(number).utf8
    case .text(let text): Self.write(text, into: &bytes)
    case .list(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .fields(let fields):
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for case (let name, let value?) in fields {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        Self.write(name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, into bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension AnswerValue {
  /// A text, or nothing where there is none.
  static func optional(_ text: String?) -> AnswerValue? { text.map { .text($0) } }

  /// A list of texts.
  static func texts(_ texts: [String]) -> AnswerValue { .list(texts.map { .text($0) }) }

  /// A number.
  static func count(_ number: Int) -> AnswerValue { .number(Int64(number)) }
}
