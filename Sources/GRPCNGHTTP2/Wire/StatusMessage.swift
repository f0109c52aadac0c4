/// Percent-encoding of `grpc-message`.
enum StatusMessage {
  /// Encodes for the wire: everything but printable ASCII, and `%` itself, becomes `%XX`. Longer
  /// messages are cut to ``Limits/statusMessageBytesMax`` bytes at a character boundary.
  static func encode(_ message: String) -> [UInt8] {
    let digits = [UInt8]("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    var taken = 0
    for character in message {
      let bytes = character.utf8
      taken += bytes.count
      if taken > Limits.statusMessageBytesMax { break }
      for byte in bytes {
        if (0x20...0x7E).contains(byte), byte != UInt8(ascii: "%") {
          out.append(byte)
        } else {
          out.append(UInt8(ascii: "%"))
          out.append(digits[Int(byte >> 4)])
          out.append(digits[Int(byte & 0xF)])
        }
      }
    }
    return out
  }

  /// Decodes from the wire. Never fails: what is not a valid escape stays as it is, and bytes that
  /// are not UTF-8 are repaired.
  static func decode(_ text: some Sequence<UInt8>) -> String {
    let bytes = Array(text)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
