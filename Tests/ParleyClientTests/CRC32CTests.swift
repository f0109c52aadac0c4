import Testing

@testable import ParleyClient

@Suite struct CRC32CTests {
  /// The examples of RFC 3720 appendix B.4, and the common check value.
  @Test func fitsThePublishedValues() {
    #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xe306_9283)
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
    #expect(CRC32C.checksum([UInt8](repeating: 0xff, count: 32)) == 0x62a8_ab43)
    #expect(CRC32C.checksum((0..<32).map { UInt8($0) }) == 0x46dd_794e)
    #expect(CRC32C.checksum([]) == 0)
  }
}
