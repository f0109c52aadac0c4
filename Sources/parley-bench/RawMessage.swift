/// A protobuf message of text fields, written by hand: what a load generator sends must cost it
/// next to nothing.
struct RawMessage: Sendable {
  private(set) var bytes: [UInt8] = []

  /// The message with one more text field.
  func text(_ field: Int, _ value: String) -> RawMessage {
    var next = self
    next.append(field << 3 | 2)
    next.append(value.utf8.count)
    next.bytes += Array(value.utf8)
    return next
  }

  private mutating func append(_ number: Int) {
    var rest = UInt(number.magnitude)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
