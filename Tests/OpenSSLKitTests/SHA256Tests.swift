import OpenSSLKit
import Testing

/// The vectors are those of FIPS 180-4's example values.
struct SHA256Tests {
  static let vectors: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test(arguments: vectors)
  func knownVectors(text: String, hex: String) {
    #expect(SHA256.hash(text.utf8).hex == hex)
    #expect(SHA256.hash(Array(text.utf8)).hex == hex)
  }

  @Test func aMillionLettersInPieces() {
    let hasher = SHA256Hasher()
    for _ in 0..<1000 { hasher.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
    let hex = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(hasher.finish().hex == hex)
    #expect(hasher.finish() == SHA256.hash("".utf8), "finishing starts afresh")
  }

  @Test func aDigestReadsBackFromHexAndBytes() {
    let digest = SHA256.hash("abc".utf8)
    #expect(SHA256Digest(hex: digest.hex) == digest)
    #expect(SHA256Digest(hex: digest.hex.uppercased()) == digest)
    #expect(SHA256Digest(bytes: digest.bytes) == digest)
    #expect(digest.shortHex == "ba7816bf")
    #expect(SHA256Digest(hex: digest.hex.dropLast()) == nil)
    #expect(SHA256Digest(bytes: digest.bytes + [0]) == nil)
    #expect(SHA256Digest(hex: String(repeating: "g", count: 64)) == nil)
  }
}
