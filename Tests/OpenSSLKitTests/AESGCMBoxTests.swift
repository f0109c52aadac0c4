import OpenSSLKit
import Testing

struct AESGCMBoxTests {
  /// Test case 16 of the Galois/counter mode submission to NIST.
  @Test func knownVector() throws {
    let half = "feffe9928665731c6d6a8f9467308308"
    let box = try AESGCMBox(key: try #require(Hex.decode(half + half)))
    let nonce = "cafebabefacedbaddecaf888"
    let ciphertext =
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
      + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
    let tag = "76fc6ece0f4e1768cddf8853bb2d551b"
    let opened = try box.open(
      try #require(Hex.decode(nonce + ciphertext + tag)),
      associated: try #require(Hex.decode("feedfacedeadbeeffeedfacedeadbeefabaddad2")))
    #expect(
      Hex.encode(opened)
        == "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
  }

  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func whatWasSealedOpens(count: Int) throws {
    let box = try AESGCMBox(key: try RandomBytes.make(32))
    let plaintext = try RandomBytes.make(count)
    let sealed = try box.seal(plaintext, associated: [7])
    #expect(sealed.count == count + AESGCMBox.overheadByteCount)
    #expect(try box.open(sealed, associated: [7]) == plaintext)
    #expect(try box.seal(plaintext, associated: [7]) != sealed, "a nonce was used twice")
  }

  @Test func everyChangedByteIsNoticed() throws {
    let box = try AESGCMBox(key: try RandomBytes.make(32))
    let sealed = try box.seal(Array("to nobody else".utf8), associated: [1])
    for position in sealed.indices {
      var changed = sealed
      changed[position] ^= 0x20
      #expect(throws: OpenSSLError.self) { try box.open(changed, associated: [1]) }
    }
    #expect(throws: OpenSSLError.self) { try box.open(sealed, associated: [2]) }
    #expect(throws: OpenSSLError.self) { try box.open(sealed) }
    #expect(throws: OpenSSLError.self) { try box.open(Array(sealed.dropLast()), associated: [1]) }
    #expect(throws: OpenSSLError.self) { try box.open([]) }
    let other = try AESGCMBox(key: try RandomBytes.make(32))
    #expect(throws: OpenSSLError.self) { try other.open(sealed, associated: [1]) }
  }

  @Test(arguments: [0, 16, 31, 33])
  func aKeyOfAnotherLengthIsRefused(count: Int) {
    #expect(throws: OpenSSLError.self) { try AESGCMBox(key: [UInt8](repeating: 1, count: count)) }
  }
}
