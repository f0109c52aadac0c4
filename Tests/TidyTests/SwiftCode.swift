/// Tells Swift code from what is only written in it.
enum SwiftCode {
  /// The text with comments and the contents of string literals replaced by spaces, line by line
  /// the same. Code inside interpolations stays. Regular expression literals are taken for code.
  static func blanked(_ text: String) -> String {
    var scanner = Scanner(bytes: Array(text.utf8))
    scanner.code(until: nil)
    return String(decoding: scanner.output, as: UTF8.self)
  }

  private struct Scanner {
    let bytes: [UInt8]
    var output: [UInt8] = []
    private var position = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
      output.reserveCapacity(bytes.count)
    }

    /// Copies code up to the closing parenthesis of an interpolation, or to the end.
    mutating func code(until closing: UInt8?) {
      var depth = 0
      while position < bytes.count {
        let byte = bytes[position]
        if starts("//") {
          while position < bytes.count, bytes[position] != Byte.newline { blank() }
        } else if starts("/*") {
          comment()
        } else if byte == Byte.quote || (byte == Byte.hash && opensRawString) {
          string()
        } else {
          if byte == Byte.open { depth += 1 }
          if byte == Byte.close {
            if depth == 0, closing == byte { return }
            depth -= 1
          }
          copy()
        }
      }
    }

    /// Blanks a comment, with those nested in it.
    private mutating func comment() {
      var depth = 0
      repeat {
        if starts("/*") {
          depth += 1
          blank(2)
        } else if starts("*/") {
          depth -= 1
          blank(2)
        } else {
          blank()
        }
      } while depth > 0 && position < bytes.count
    }

    /// Blanks a string literal of any kind but keeps its quotes.
    private mutating func string() {
      var hashes = 0
      while position < bytes.count, bytes[position] == Byte.hash {
        hashes += 1
        copy()
      }
      let quotes = starts("\"\"\"") ? 3 : 1
      copy(quotes)
      let end = String(repeating: "\"", count: quotes) + String(repeating: "#", count: hashes)
      let escape = "\\" + String(repeating: "#", count: hashes)
      while position < bytes.count {
        if starts(end) {
          copy(quotes + hashes)
          return
        }
        if quotes == 1, bytes[position] == Byte.newline { return }
        guard starts(escape) else {
          blank()
          continue
        }
        blank(escape.utf8.count)
        if position < bytes.count, bytes[position] == Byte.open {
          copy()
          code(until: Byte.close)
          if position < bytes.count { copy() }
        } else {
          blank()
        }
      }
    }

    private var opensRawString: Bool {
      bytes[position...].first { $0 != Byte.hash } == Byte.quote
    }

    private func starts(_ text: StaticString) -> Bool {
      text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private func starts(_ text: String) -> Bool {
      bytes[position...].starts(with: text.utf8)
    }

    private mutating func copy(_ count: Int = 1) {
      let end = min(bytes.count, position + count)
      output += bytes[position..<end]
      position = end
    }

    private mutating func blank(_ count: Int = 1) {
      for _ in 0..<count where position < bytes.count {
        output.append(bytes[position] == Byte.newline ? Byte.newline : Byte.space)
        position += 1
      }
    }
  }

  private enum Byte {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let open = UInt8(ascii: "(")
    static let close = UInt8(ascii: ")")
  }
}
