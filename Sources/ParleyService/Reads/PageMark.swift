/// Where a page or a stream stopped: opaque numbers, without authority. On the wire it is sealed
/// for its caller and its purpose (``Registrar/seal(_:purpose:caller:)``).
package struct PageMark: Hashable, Sendable {
  let numbers: [Int64]
  let text: String

  init(_ numbers: [Int64], text: String = "") {
    self.numbers = numbers
    self.text = text
  }

  /// As bytes: a count, the numbers with their most significant byte first, the text.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = [UInt8(truncatingIfNeeded: numbers.count)]
    for number in numbers {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
      }
    }
    return bytes + Array(text.utf8)
  }

  /// Nil for bytes that are no mark.
  package init?(bytes: [UInt8]) {
    guard let count = bytes.first, bytes.count >= 1 + Int(count) * 8 else { return nil }
    numbers = (0..<Int(count)).map { index in
      bytes[(1 + index * 8)..<(9 + index * 8)].reduce(0) { $0 << 8 | Int64($1) }
    }
    text = String(decoding: bytes[(1 + Int(count) * 8)...], as: UTF8.self)
  }
}
