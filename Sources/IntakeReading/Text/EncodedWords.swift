/// Encoded words in headers (RFC 2047), read as they come: also with spaces inside, without a space
/// between, and in charsets that do not fit, for all of these are sent.
package struct EncodedWords {
  private let charsets: CharsetShelf

  package init(charsets: CharsetShelf) {
    self.charsets = charsets
  }

  /// A header's text, and whether anything in it had to be replaced or guessed.
  package func decode(_ raw: [UInt8]) -> (text: String, isExact: Bool) {
    var text = ""
    var isExact = true
    var plain: [UInt8] = []
    var pending: (charset: String, bytes: [UInt8])?
    func add(_ decoded: DecodedText) {
      text += decoded.text
      if decoded.isGuess || decoded.replaced > 0 { isExact = false }
    }
    func flushPlain() {
      guard !plain.isEmpty else { return }
      add(charsets.decode(plain, declared: "utf-8"))
      plain = []
    }
    func flushWord() {
      if let word = pending { add(charsets.decode(word.bytes, declared: word.charset)) }
      pending = nil
    }
    var index = 0
    while index < raw.count {
      if let word = Self.word(in: raw, at: index) {
        // Space between two words is not part of the text (§6.2).
        if pending != nil, plain.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { plain = [] }
        if !plain.isEmpty || pending?.charset != word.charset { flushWord() }
        flushPlain()
        // A character may be split over two words of one charset, though it must not be.
        pending = (word.charset, (pending?.bytes ?? []) + word.bytes)
        index = word.end
      } else {
        if pending != nil, raw[index] != 0x20, raw[index] != 0x09 { flushWord() }
        plain.append(raw[index])
        index += 1
      }
    }
    flushWord()
    flushPlain()
    return (text, isExact)
  }

  /// The word that starts here: `=?charset*language?B?…?=`.
  private static func word(
    in raw: [UInt8], at start: Int
  ) -> (charset: String, bytes: [UInt8], end: Int)? {
    guard start + 7 < raw.count, raw[start] == UInt8(ascii: "="), raw[start + 1] == question else {
      return nil
    }
    guard let charsetEnd = raw[(start + 2)...].firstIndex(of: question), charsetEnd - start < 64,
      charsetEnd + 2 < raw.count, raw[charsetEnd + 2] == question
    else { return nil }
    let bodyStart = charsetEnd + 3
    var end = bodyStart
    while end + 1 < raw.count, !(raw[end] == question && raw[end + 1] == UInt8(ascii: "=")) {
      end += 1
    }
    guard end + 1 < raw.count else { return nil }
    let name = String(decoding: raw[(start + 2)..<charsetEnd], as: UTF8.self)
    let charset = String(name.prefix { $0 != "*" })
    let body = Array(raw[bodyStart..<end])
    var bytes: [UInt8] = []
    switch raw[charsetEnd + 1] {
    case UInt8(ascii: "B"), UInt8(ascii: "b"):
      var decoder = Base64Decoder()
      decoder.decode(body, into: &bytes)
      decoder.finish(into: &bytes)
    case UInt8(ascii: "Q"), UInt8(ascii: "q"): bytes = quoted(body)
    default: return nil
    }
    return (charset, bytes, end + 2)
  }

  private static let question = UInt8(ascii: "?")

  private static func quoted(_ body: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < body.count {
      if body[index] == UInt8(ascii: "="), index + 2 < body.count,
        let value = HexPair.value(body[index + 1], body[index + 2])
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(body[index] == UInt8(ascii: "_") ? 0x20 : body[index])
        index += 1
      }
    }
    return bytes
  }
}

/// Two hexadecimal digits.
enum HexPair {
  static func value(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = digit(high), let low = digit(low) else { return nil }
    return high << 4 | low
  }

  private static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
