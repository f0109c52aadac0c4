import OpenSSLKit
import Testing

struct SelfSignedCertificateTests {
  private let made: SelfSignedCertificate
  private let der: [UInt8]

  init() throws {
    made = try SelfSignedCertificate.make(
      hosts: ["localhost", "*.office.example", "127.0.0.1", "::1"], validDays: 30,
      now: 1_790_000_000)
    der = try Self.der(made.certificatePEM)
  }

  /// The bytes between the two lines of a PEM text.
  private static func der(_ pem: String) throws -> [UInt8] {
    let body = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
    let unpadded = body.prefix { $0 != "=" }
    return try #require(
      Base64URL.decode(String(unpadded.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })))
  }

  @Test func theFingerprintIsTheHashOfTheCertificate() throws {
    #expect(made.fingerprint.digest == SHA256.hash(der))
    #expect(try CertificateFingerprint(pem: made.certificatePEM) == made.fingerprint)
    #expect(CertificateFingerprint(der: der) == made.fingerprint)
    #expect(CertificateFingerprint(text: made.fingerprint.description) == made.fingerprint)
    #expect(made.fingerprint.description.count == 16 * 4 + 15)
    #expect(throws: OpenSSLError.self) { try CertificateFingerprint(pem: made.privateKeyPEM) }
  }

  /// Entries of the alternative names: tag 0x82 for a DNS name, 0x87 for an address.
  @Test func everyHostIsNamed() {
    #expect(der.contains([0x82, 9] + Array("localhost".utf8)))
    #expect(der.contains([0x82, 16] + Array("*.office.example".utf8)))
    #expect(der.contains([0x87, 4, 127, 0, 0, 1]))
    #expect(der.contains([0x87, 16] + [UInt8](repeating: 0, count: 15) + [1]))
  }

  @Test func itIsValidFromAnHourBeforeForTheDaysAskedFor() {
    #expect(der.contains(Array("260921131320Z".utf8)))
    #expect(der.contains(Array("261021141320Z".utf8)))
  }

  @Test func aRepeatMakesAnotherKey() throws {
    let again = try SelfSignedCertificate.make(hosts: ["localhost"], validDays: 1, now: 0)
    #expect(again.privateKeyPEM != made.privateKeyPEM)
    #expect(again.fingerprint != made.fingerprint)
  }

  @Test(arguments: [
    "", "a,DNS:other.example", "a b", "-a.example", "a..example", "*.", "a.*.example", "é.example",
    "127.0.0.1,IP:10.0.0.1", "::1::", String(repeating: "a", count: 64),
  ])
  func whatIsNoHostIsRefused(host: String) {
    #expect(throws: OpenSSLError.self) {
      try SelfSignedCertificate.make(hosts: [host], validDays: 1, now: 0)
    }
  }

  @Test func limits() {
    #expect(throws: OpenSSLError.self) {
      try SelfSignedCertificate.make(hosts: [], validDays: 1, now: 0)
    }
    #expect(throws: OpenSSLError.self) {
      try SelfSignedCertificate.make(hosts: ["localhost"], validDays: 0, now: 0)
    }
    #expect(throws: OpenSSLError.self) {
      try SelfSignedCertificate.make(hosts: ["localhost"], validDays: 36_501, now: 0)
    }
  }
}
