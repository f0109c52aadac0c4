import OpenSSLKit
import Testing

struct CodingTests {
  @Test func hexReadsBack() {
    let bytes = (0...255).map { UInt8($0) }
    #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    #expect(Hex.encode([0, 15, 255]) == "000fff")
    #expect(Hex.decode("0Ff0") == [0x0f, 0xf0])
    #expect(Hex.decode("") == [])
    #expect(Hex.decode("0") == nil)
    #expect(Hex.decode("0g") == nil)
    #expect(Hex.decode("é") == nil)
  }

  /// RFC 4648 §10, without its padding, and the two characters that differ from plain base64.
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
    ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
  ])
  func base64URLVectors(text: String, encoded: String) {
    #expect(Base64URL.encode(text.utf8) == encoded)
    #expect(Base64URL.decode(encoded) == Array(text.utf8))
  }

  @Test func base64URLHasOneSpellingForEachValue() {
    #expect(Base64URL.encode([0xfb, 0xff]) == "-_8")
    #expect(Base64URL.decode("-_8") == [0xfb, 0xff])
    #expect(Base64URL.decode("-_9") == nil, "stray bits")
    #expect(Base64URL.decode("Zg==") == nil, "padding")
    #expect(Base64URL.decode("Z") == nil, "half a byte")
    #expect(Base64URL.decode("+/8") == nil, "the other alphabet")
  }

  @Test func equalBytesAreEqual() {
    #expect(ConstantTime.equal([], []))
    #expect(ConstantTime.equal([1, 2], [1, 2]))
    #expect(!ConstantTime.equal([1, 2], [1, 3]))
    #expect(!ConstantTime.equal([1, 2], [1, 2, 0]))
  }

  @Test func randomBytesDiffer() throws {
    #expect(try RandomBytes.make(0) == [])
    #expect(try RandomBytes.make(33).count == 33)
    #expect(try RandomBytes.make(32) != RandomBytes.make(32))
    #expect(throws: OpenSSLError.self) { try RandomBytes.make(-1) }
  }
}
