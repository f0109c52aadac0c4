/// The top-level fields of an encoded message, each with the bytes it takes, its tag included. Ends
/// at the first byte that is no field; what the encoder writes has none.
struct WireFields: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> (number: Int, bytes: ArraySlice<UInt8>)? {
    let start = at
    guard let tag = varint(), let number = Int(exactly: tag >> 3), number > 0 else { return nil }
    switch tag & 7 {
    case 0: guard varint() != nil else { return nil }
    case 1: guard skip(8) else { return nil }
    case 2:
      guard let length = varint(), let count = Int(exactly: length), skip(count) else {
        return nil
      }
    case 5: guard skip(4) else { return nil }
    default: return nil
    }
    return (number, bytes[start..<at])
  }

  private mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard at < bytes.count else { return nil }
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return value }
    }
    return nil
  }

  private mutating func skip(_ count: Int) -> Bool {
    guard count >= 0, bytes.count - at >= count else { return false }
    at += count
    return true
  }
}
