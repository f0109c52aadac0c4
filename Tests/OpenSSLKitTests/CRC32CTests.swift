import OpenSSLKit
import Testing

@Suite struct CRC32CTests {
  /// The examples of RFC 3720 appendix B.4, and the common check value.
  @Test func fitsThePublishedValues() {
    #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xe306_9283)
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
    #expect(CRC32C.checksum([UInt8](repeating: 0xff, count: 32)) == 0x62a8_ab43)
    #expect(CRC32C.checksum((0..<32).map { UInt8($0) }) == 0x46dd_794e)
    #expect(CRC32C.checksum([]) == 0)
  }

  /// Eight bytes are taken at a time: whatever is left over counts the same.
  @Test func aLengthThatIsNoMultipleOfEightIsTakenByteByByte() {
    let bytes = (0..<71).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for count in bytes.indices {
      var register: UInt32 = 0xffff_ffff
      for byte in bytes[..<count] {
        register ^= UInt32(byte)
        for _ in 0..<8 {
          register = register & 1 == 1 ? (register >> 1) ^ 0x82f6_3b78 : register >> 1
        }
      }
      #expect(CRC32C.checksum(Array(bytes[..<count])) == register ^ 0xffff_ffff)
    }
  }
}
