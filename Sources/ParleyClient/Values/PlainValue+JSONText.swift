extension PlainValue {
  /// The JSON text, on one line or indented by two spaces. The same value always has the same
  /// text.
  package func jsonText(indented: Bool = false) -> String {
    var text = ""
    write(to: &text, depth: indented ? 0 : nil)
    return text
  }

  private func write(to text: inout String, depth: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let truth): text += truth ? "true" : "false"
    case .number(let number): text += number
    case .text(let string): Self.quote(string, to: &text)
    case .list(let elements):
      Self.enclose("[", "]", count: elements.count, depth: depth, to: &text) { index, text, inner in
        elements[index].write(to: &text, depth: inner)
      }
    case .record(let members):
      Self.enclose("{", "}", count: members.count, depth: depth, to: &text) { index, text, inner in
        Self.quote(members[index].name, to: &text)
        text += depth == nil ? ":" : ": "
        members[index].value.write(to: &text, depth: inner)
      }
    }
  }

  private static func enclose(
    _ open: String, _ close: String, count: Int, depth: Int?, to text: inout String,
    _ element: (Int, inout String, Int?) -> Void
  ) {
    text += open
    for index in 0..<count {
      if index > 0 { text += "," }
      if let depth { text += "\n" + String(repeating: "  ", count: depth + 1) }
      element(index, &text, depth.map { $0 + 1 })
    }
    if let depth, count > 0 { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
