import DocketChain
import Foundation
import OpenSSLKit
import Testing

@testable import ParleyClient

@Suite struct KeyRingTests {
  /// A line of keys, each on the word of the one before.
  private func line(_ count: Int) throws -> (keys: [Ed25519SigningKey], trusted: [TrustedKey]) {
    let keys = try (0..<count).map { _ in try Ed25519SigningKey.generate() }
    var trusted: [TrustedKey] = []
    for (index, key) in keys.enumerated() {
      trusted.append(try Self.trusted(key, by: index == 0 ? nil : keys[index - 1]))
    }
    return (keys, trusted)
  }

  private static func trusted(
    _ key: Ed25519SigningKey, by old: Ed25519SigningKey?
  ) throws -> TrustedKey {
    let word = try old.map { try KeyEndorsement.make(of: key.publicKey, by: $0, at: 1000) }
    return TrustedKey(
      id: SignedHead.keyID(of: key.publicKey), publicKey: Hex.encode(key.publicKey.raw),
      endorser: word?.endorser, endorsedAt: word?.endorsedAt,
      endorsement: word.map { Hex.encode($0.signature) })
  }

  @Test func theFirstListIsTakenAtItsWordAndThenOnlyEndorsedOnes() throws {
    let scratch = try Scratch()
    let ring = KeyRing(file: PrivateFile(scratch.path + "/keys.json"))
    let (keys, trusted) = try line(4)
    #expect(try ring.learn([trusted[0]]).map(\.id) == [trusted[0].id])
    let stranger = try Self.trusted(.generate(), by: nil)
    #expect(try ring.learn([stranger]).count == 1)
    let pretender = try Self.trusted(.generate(), by: .generate())
    #expect(try ring.learn([pretender]).count == 1)
    // Several rotations at once, the newest first, as the server lists them.
    #expect(try ring.learn(trusted.reversed() + [stranger]).count == 4)
    #expect(try ring.keys().retired == Set(trusted.prefix(3).map(\.id)))
    #expect(try scratch.mode("keys.json") == 0o600)
    // A link that is missing breaks the line.
    let other = KeyRing(file: PrivateFile(scratch.path + "/other.json"))
    #expect(try other.learn([trusted[0]]).count == 1)
    #expect(try other.learn([trusted[0], trusted[2], trusted[3]]).count == 1)
    _ = keys
  }

  @Test func anOldKeyHasNoSecondSuccessor() throws {
    let scratch = try Scratch()
    let ring = KeyRing(file: PrivateFile(scratch.path + "/keys.json"))
    let (keys, trusted) = try line(2)
    _ = try ring.learn(trusted)
    let second = try Self.trusted(.generate(), by: keys[0])
    #expect(second.isEndorsed(by: trusted), "the word itself is good")
    #expect(try ring.learn([second] + trusted).count == 2, "and not believed")
  }

  @Test func aKeyIsWhatItsNameSays() throws {
    let key = try Ed25519SigningKey.generate().publicKey
    let raw = Data(key.raw).base64EncodedString()
    let name = "keys/" + SignedHead.keyID(of: key)
    #expect(
      TrustedKey(.fields(["name": .text(name), "publicKey": .text(raw)]))?.id
        == SignedHead.keyID(of: key))
    #expect(
      TrustedKey(.fields(["name": .text("keys/0011223344556677"), "publicKey": .text(raw)])) == nil)
  }

  @Test func sightIsKeptForEachMember() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    try shelf.noteSight(["CASE", "MEDIATION"], of: "7k3qm2xw", by: "members/a")
    try shelf.noteSight(["CASE"], of: "7k3qm2xw", by: "members/b")
    #expect(try shelf.sight(of: "7k3qm2xw", by: "members/a") == ["CASE", "MEDIATION"])
    #expect(try shelf.sight(of: "7k3qm2xw", by: "members/b") == ["CASE"])
    try shelf.noteSight([], of: "7k3qm2xw", by: "members/a")
    #expect(try shelf.sight(of: "7k3qm2xw", by: "members/a") == [])
    #expect(try shelf.receipts(of: "7k3qm2xw").isEmpty, "a file of its own")
  }
}
