/// Message ids in headers (RFC 5322 §3.6.4).
enum MessageIDs {
  /// The ids between angle brackets, in order, each once; without brackets, the words with an `@`.
  static func list(_ value: [UInt8]) -> [String] {
    let text = String(decoding: value, as: UTF8.self)
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      append(rest[rest.index(after: open)..<close], to: &found)
      rest = rest[rest.index(after: close)...]
    }
    if found.isEmpty {
      for word in text.split(whereSeparator: \.isWhitespace) where word.contains("@") {
        append(word, to: &found)
      }
    }
    return found
  }

  private static func append(_ text: Substring, to found: inout [String]) {
    let id = SafeText.line(String(text)).filter { !$0.isWhitespace }
    guard !id.isEmpty, id.utf8.count <= 998, !found.contains(id) else { return }
    found.append(id)
  }
}
