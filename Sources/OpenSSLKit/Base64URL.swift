/// Base64 with the URL alphabet and no padding (RFC 4648 §5).
package enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static let values: [UInt8: UInt32] = {
    var values: [UInt8: UInt32] = [:]
    for (value, character) in alphabet.enumerated() { values[character] = UInt32(value) }
    return values
  }()

  /// Writes bytes without padding.
  package static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var pending: UInt32 = 0
    var pendingBits: UInt32 = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      pendingBits += 8
      while pendingBits >= 6 {
        pendingBits -= 6
        text.append(alphabet[Int(pending >> pendingBits & 63)])
      }
      pending &= (1 << pendingBits) - 1
    }
    if pendingBits > 0 { text.append(alphabet[Int(pending << (6 - pendingBits) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads text without padding. Answers nil for a character outside the alphabet, an impossible
  /// length, or stray bits after the last byte: each value has exactly one spelling, so that a
  /// token cannot be written in two ways.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var pending: UInt32 = 0
    var pendingBits: UInt32 = 0
    for character in text.utf8 {
      guard let value = values[character] else { return nil }
      pending = pending << 6 | value
      pendingBits += 6
      if pendingBits >= 8 {
        pendingBits -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> pendingBits))
        pending &= (1 << pendingBits) - 1
      }
    }
    guard pendingBits < 6, pending == 0 else { return nil }
    return bytes
  }
}
