/// CRC-32C (Castagnoli, RFC 3720 appendix B.4): finds damage on the way, not malice.
package enum CRC32C {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1
    }
  }

  /// The checksum of these bytes.
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = Self.table
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)]
    }
    return value ^ 0xFFFF_FFFF
  }
}
