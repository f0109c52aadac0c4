import Glibc

/// Comparisons of header names and values as they came, without making strings of them.
enum HeaderText {
  /// Whether the bytes are exactly these.
  static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    guard let base = bytes.baseAddress else { return true }
    return memcmp(base, text.utf8Start, bytes.count) == 0
  }

  /// Whether a comma-separated list has this element.
  static func list(_ bytes: UnsafeBufferPointer<UInt8>, contains text: StaticString) -> Bool {
    bytes.split(separator: UInt8(ascii: ",")).contains { element in
      let trimmed = element.drop { $0 == 0x20 }
      let length = text.utf8CodeUnitCount
      return trimmed.prefix(length).elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: length))
        && trimmed.dropFirst(length).allSatisfy { $0 == 0x20 }
    }
  }
}
