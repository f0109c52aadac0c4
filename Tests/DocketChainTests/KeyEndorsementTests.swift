import DocketChain
import OpenSSLKit
import Testing

@Suite struct KeyEndorsementTests {
  @Test func itIsTheWordOfOneKeyForOneOther() throws {
    let old = try Ed25519SigningKey.generate()
    let next = try Ed25519SigningKey.generate().publicKey
    let other = try Ed25519SigningKey.generate().publicKey
    let word = try KeyEndorsement.make(of: next, by: old, at: 7)
    #expect(word.verify(old.publicKey))
    #expect(word == (try KeyEndorsement.make(of: next, by: old, at: 7)), "deterministic")
    #expect(!word.verify(other))
    func changed(
      endorser: String? = nil, successor: Ed25519PublicKey? = nil, at: UInt64? = nil
    ) -> KeyEndorsement {
      KeyEndorsement(
        endorser: endorser ?? word.endorser, successor: successor ?? word.successor,
        endorsedAt: at ?? word.endorsedAt, signature: word.signature)
    }
    #expect(!changed(endorser: SignedHead.keyID(of: other)).verify(old.publicKey))
    #expect(!changed(successor: other).verify(old.publicKey))
    #expect(!changed(at: 8).verify(old.publicKey))
  }

  @Test func noKeyEndorsesItself() throws {
    let key = try Ed25519SigningKey.generate()
    let word = try KeyEndorsement.make(of: key.publicKey, by: key, at: 7)
    #expect(!word.verify(key.publicKey))
  }

  /// The bytes, written out: what a program in another language has to sign.
  @Test func theStatementIsWhatTheContractSays() throws {
    let key = try Ed25519PublicKey(raw: [UInt8](repeating: 5, count: 32))
    let statement = KeyEndorsement.statement(
      endorser: "0011223344556677", successor: key, endorsedAt: 258)
    let id = SignedHead.keyID(of: key)
    let expected: [UInt8] =
      [0, 0, 0, 13] + Array("parley-key-v1".utf8) + [0, 0, 0, 16] + Array("0011223344556677".utf8)
      + [0, 0, 0, 16] + Array(id.utf8) + key.raw + [0, 0, 0, 0, 0, 0, 1, 2]
    #expect(statement == expected)
  }
}
