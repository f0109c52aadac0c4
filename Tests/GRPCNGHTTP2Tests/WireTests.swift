import Testing

@testable import GRPCNGHTTP2

@Suite struct WireTests {
  @Test(
    arguments: [
      ("-5S", nil), ("+5S", nil), ("0S", 0), ("5S", 5_000_000_000), ("1m", 1_000_000),
      ("7u", 7_000), ("99999999n", 99_999_999), ("12497952u", 12_497_952_000),
      ("99999999H", UInt64(Int64.max)), ("123456789S", nil), ("", nil), ("5", nil), ("S", nil),
      ("5X", nil), (" 5S", nil), ("5 S", nil), ("5s", nil), ("2M", 120_000_000_000),
    ] as [(String, UInt64?)])
  func timeoutHeader(text: String, nanoseconds: UInt64?) {
    #expect(
      TimeoutHeader(Array(text.utf8)) == nanoseconds.map { .nanoseconds($0) } ?? .malformed)
  }

  @Test func base64RoundTrip() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
      let text = Base64.encode(bytes)
      #expect(!text.contains(UInt8(ascii: "=")))
      #expect(Base64.decode(text) == bytes)
      let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - text.count % 4) % 4)
      #expect(Base64.decode(text + padding) == bytes)
    }
  }

  @Test(arguments: ["A", "A=", "AA=", "AA==A", "A*==", "AAA==", "===="])
  func base64Refuses(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }

  @Test(arguments: ["", "plain", "100% größer\n\t", "日本語 ☺", "\u{0}\u{7f}~"])
  func statusMessageRoundTrip(text: String) {
    let encoded = StatusMessage.encode(text)
    #expect(encoded.allSatisfy { (0x20...0x7E).contains($0) })
    #expect(StatusMessage.decode(encoded) == text)
  }

  @Test func statusMessageDecodesAnything() {
    #expect(StatusMessage.decode("%".utf8) == "%")
    #expect(StatusMessage.decode("%4".utf8) == "%4")
    #expect(StatusMessage.decode("%GG%41".utf8) == "%GGA")
    #expect(StatusMessage.decode("%FF".utf8) == "\u{FFFD}")
  }

  @Test func statusMessageIsCutAtTheLimit() {
    let limit = Limits.statusMessageBytesMax
    #expect(StatusMessage.encode(String(repeating: "a", count: limit)).count == limit)
    #expect(StatusMessage.encode(String(repeating: "a", count: limit + 1)).count == limit)
    let wide = StatusMessage.decode(StatusMessage.encode(String(repeating: "é", count: limit)))
    #expect(wide == String(repeating: "é", count: limit / 2))
  }

  @Test(arguments: [
    ("application/grpc", true), ("application/grpc+proto", true), ("Application/GRPC", true),
    ("application/grpc; charset=utf-8", true), ("application/grpc+json", false),
    ("application/grpc-web", false), ("text/plain", false), ("", false),
  ])
  func contentType(value: String, isGRPC: Bool) {
    let matches = Array(value.utf8).withUnsafeBufferPointer { ContentType.isGRPC($0) }
    #expect(matches == isGRPC)
  }

  @Test func fingerprintText() throws {
    let bytes = (0..<32).map { UInt8($0 * 8) }
    let fingerprint = try #require(CertificateFingerprint(bytes: bytes))
    #expect(fingerprint.description.hasPrefix("00:08:10:18"))
    #expect(CertificateFingerprint(fingerprint.description) == fingerprint)
    let bare = fingerprint.description.filter { $0 != ":" }.lowercased()
    #expect(CertificateFingerprint(bare) == fingerprint)
    #expect(CertificateFingerprint("00:08") == nil)
    #expect(CertificateFingerprint(bare + "0") == nil)
    #expect(CertificateFingerprint(bytes: Array(bytes.dropLast())) == nil)
  }
}
