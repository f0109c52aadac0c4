import Foundation
package import ParleyDomain
import ParleyService

extension FieldReader {
  /// What a text may hold besides letters.
  package enum TextForm: Sendable {
    case line
    /// Line breaks and tabs as well.
    case paragraphs
  }

  /// Reads a text: without blanks around it, in the composed form (Unicode NFC), so that what looks
  /// the same is the same. Refuses a length outside the range, counted in characters as a reader
  /// sees them, and control characters.
  package mutating func text(
    _ raw: String, at field: String, _ length: ClosedRange<Int>, _ form: TextForm = .line
  ) -> String {
    // One character can be made of any number of scalars; four a character is room for any script.
    guard raw.utf8.count <= (length.upperBound + 64) * 16 else {
      refuse(field, "Give at most \(length.upperBound) characters.")
      return ""
    }
    let text = Self.trimmed(raw).precomposedStringWithCanonicalMapping
    guard !(text.isEmpty && length.lowerBound > 0) else {
      refuse(field, "Give a text of 1 to \(length.upperBound) characters.")
      return ""
    }
    guard text.count >= length.lowerBound, text.count <= length.upperBound,
      text.unicodeScalars.count <= length.upperBound * 4
    else {
      refuse(
        field,
        length.lowerBound > 1
          ? "Give \(length.lowerBound) to \(length.upperBound) characters."
          : "Give at most \(length.upperBound) characters.")
      return ""
    }
    guard text.unicodeScalars.allSatisfy({ form.allows($0) }) else {
      refuse(
        field,
        form == .line
          ? "Give one line without control characters." : "Give a text without control characters.")
      return ""
    }
    return text
  }

  /// Reads a request's id: a UUID, answered in lower case. Required, so that a repeat of the
  /// request can be told from a second one.
  package mutating func requestID(_ raw: String, at field: String = "request_id") -> String {
    let lower = raw.lowercased()
    let bytes = Array(lower.utf8)
    let isForm =
      bytes.count == 36
      && bytes.enumerated().allSatisfy { position, byte in
        [8, 13, 18, 23].contains(position)
          ? byte == UInt8(ascii: "-")
          : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
    guard isForm, bytes.contains(where: { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: "-") })
    else {
      refuse(
        field,
        "Give a fresh UUID, such as 3f0e8a9c-52d1-4b7e-9a60-1c2d3e4f5a6b, and keep it for a repeat."
      )
      return ""
    }
    return lower
  }

  /// Reads an etag; nil where the field is empty, which is refused where it is required.
  package mutating func etag(
    _ raw: String, isRequired: Bool, at field: String = "etag"
  ) -> String? {
    guard !raw.isEmpty else {
      if isRequired { refuse(field, "Give the etag of what you last read: this act binds people.") }
      return nil
    }
    guard raw.utf8.count <= 64, raw.utf8.allSatisfy({ (33...126).contains($0) }) else {
      refuse(field, "Give the etag exactly as it was answered.")
      return nil
    }
    return raw
  }

  /// Reads the SHA-256 of a document as 64 hexadecimal characters.
  package mutating func hash(_ raw: String, at field: String) -> DocumentHash {
    guard let hash = DocumentHash(hex: raw) else {
      refuse(field, "Give the SHA-256 as 64 hexadecimal characters.")
      return DocumentText.hash(of: "")
    }
    return hash
  }

  /// Reads a country and, where law differs inside it, its part: `PT`, `US-CA` (ISO 3166).
  package mutating func jurisdiction(_ raw: String, at field: String) -> String {
    let parts = raw.split(separator: "-", omittingEmptySubsequences: false)
    func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let isForm =
      (1...2).contains(parts.count) && parts[0].utf8.count == 2 && parts[0].utf8.allSatisfy(isUpper)
      && parts.dropFirst().allSatisfy {
        (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { isUpper($0) || isDigit($0) }
      }
    guard isForm else {
      refuse(field, "Give a country by its ISO 3166 code, with its part if need be: PT, US-CA.")
      return ""
    }
    return raw
  }

  /// Reads a whole number within a range.
  package mutating func number(
    _ raw: some BinaryInteger, at field: String, _ range: ClosedRange<Int>
  ) -> Int {
    guard let number = Int(exactly: raw), range.contains(number) else {
      refuse(field, "Give a number from \(range.lowerBound) to \(range.upperBound).")
      return range.lowerBound
    }
    return number
  }

  private static func trimmed(_ raw: String) -> String {
    let scalars = raw.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension FieldReader.TextForm {
  fileprivate func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: self == .paragraphs && (scalar == "\n" || scalar == "\t")
    case .lineSeparator, .paragraphSeparator: self == .paragraphs
    default: true
    }
  }
}
