/// The Castagnoli cyclic redundancy check (RFC 3720 appendix B.4) that each piece of an upload
/// carries, so that a piece damaged on the way is refused at once and not at the end.
package enum CRC32C {
  /// The checksum of some bytes.
  package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var register: UInt32 = 0xffff_ffff
    for byte in bytes {
      register = table[Int((register ^ UInt32(byte)) & 0xff)] ^ (register >> 8)
    }
    return register ^ 0xffff_ffff
  }

  /// One step for each value of a byte, from the polynomial 0x1EDC6F41, bits reversed.
  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 {
      value = value & 1 == 1 ? (value >> 1) ^ 0x82f6_3b78 : value >> 1
    }
    return value
  }
}
