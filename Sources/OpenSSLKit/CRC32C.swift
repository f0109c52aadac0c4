/// The Castagnoli cyclic redundancy check (RFC 3720 appendix B.4) that each piece of a transfer
/// carries, so that a piece damaged on the way is refused at once and not at the end. It finds damage,
/// not malice.
package enum CRC32C {
  /// The checksum of some bytes. Eight of them are taken at a time, each through a table of its own.
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    tables.withUnsafeBufferPointer { table in
      bytes.withUnsafeBytes { space in
        var register: UInt32 = 0xffff_ffff
        var offset = 0
        let count = space.count
        while count - offset >= 8 {
          let low =
            UInt32(littleEndian: space.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            ^ register
          let high = UInt32(
            littleEndian: space.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
          let near =
            table[1792 + Int(low & 0xff)] ^ table[1536 + Int(low >> 8 & 0xff)]
            ^ table[1280 + Int(low >> 16 & 0xff)] ^ table[1024 + Int(low >> 24)]
          let far =
            table[768 + Int(high & 0xff)] ^ table[512 + Int(high >> 8 & 0xff)]
            ^ table[256 + Int(high >> 16 & 0xff)] ^ table[Int(high >> 24)]
          register = near ^ far
          offset += 8
        }
        while offset < count {
          register = table[Int((register ^ UInt32(space[offset])) & 0xff)] ^ register >> 8
          offset += 1
        }
        return register ^ 0xffff_ffff
      }
    }
  }

  /// Eight tables of one step for each value of a byte, from the polynomial 0x1EDC6F41, bits
  /// reversed; the n-th is what n further zero bytes make of the first.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { value, _ in
        value & 1 == 1 ? (value >> 1) ^ 0x82f6_3b78 : value >> 1
      }
    }
    for index in 256..<2048 {
      let before = tables[index - 256]
      tables.append(tables[Int(before & 0xff)] ^ before >> 8)
    }
    return tables
  }()
}
