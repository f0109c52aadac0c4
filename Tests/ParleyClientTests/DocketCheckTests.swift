import DocketChain
import Foundation
import OpenSSLKit
import Testing

@testable import ParleyClient

@Suite struct DocketCheckTests {
  /// A chain of three entries as the API answers them, and the server's receipt for the last.
  private struct Sample {
    let dispute: DisputeID
    let key: Ed25519SigningKey
    var entries: [PlainValue] = []
    let receipt: KeptReceipt

    init() throws {
      let id = try #require(DisputeID("7k3q-m2xw"))
      let chain = ChainID(disputeID: id.canonical, compartment: "CASE")
      let signing = try Ed25519SigningKey.generate()
      var link: ChainLink?
      for number in 1...3 {
        let parts = try (0..<3).map { part in
          StoredPart.opened(Array("{\"n\":\(number),\"p\":\(part)}".utf8), salt: try .random())
        }
        let commitments = parts.map(\.commitment)
        let next =
          link?.next(header: commitments[0], facts: commitments[1], words: commitments[2])
          ?? ChainLink.first(
            of: chain, header: commitments[0], facts: commitments[1], words: commitments[2])
        link = next
        entries.append(Self.entry(next, parts))
      }
      let last = try #require(link)
      let head = try SignedHead.make(
        chain: chain, sequence: last.sequence, head: last.hash, key: signing)
      dispute = id
      key = signing
      receipt = KeptReceipt(
        dispute: id.canonical, compartment: "CASE", sequence: head.sequence, head: head.head.hex,
        signature: Hex.encode(head.signature), keyID: head.keyID)
    }

    var trusted: TrustedKey {
      TrustedKey(
        id: SignedHead.keyID(of: key.publicKey), publicKey: Hex.encode(key.publicKey.raw))
    }

    func check(_ entries: [PlainValue]) -> [DocketCheck.Chain] {
      var check = DocketCheck(
        dispute: dispute, keys: [trusted], receipts: [receipt])
      for entry in entries { check.take(entry) }
      return check.finish()
    }

    private static func entry(_ link: ChainLink, _ parts: [StoredPart]) -> PlainValue {
      .fields([
        "compartment": .text("COMPARTMENT_CASE"), "sequence": .text(String(link.sequence)),
        "stored": .fields([
          "previousHash": base64(link.previous.bytes), "header": part(parts[0]),
          "facts": part(parts[1]), "words": part(parts[2]), "entryHash": base64(link.hash.bytes),
        ]),
      ])
    }

    private static func part(_ part: StoredPart) -> PlainValue {
      .fields([
        "commitment": base64(part.commitment.bytes),
        "salt": base64(part.opening?.salt.bytes ?? []),
        "content": base64(part.opening?.bytes ?? []),
      ])
    }

    private static func base64(_ bytes: [UInt8]) -> PlainValue {
      .text(Data(bytes).base64EncodedString())
    }
  }

  @Test func aSoundChainHolds() throws {
    let sample = try Sample()
    let chains = sample.check(sample.entries)
    #expect(chains.map(\.entryCount) == [3])
    #expect(chains.flatMap(\.defects).isEmpty)
  }

  @Test func aChainCutShortIsFound() throws {
    let sample = try Sample()
    #expect(!sample.check(Array(sample.entries.dropLast())).flatMap(\.defects).isEmpty)
    #expect(!sample.check([]).flatMap(\.defects).isEmpty)
  }

  @Test func changedWordsAreFound() throws {
    let sample = try Sample()
    var entries = sample.entries
    let stored = try #require(entries[1]["stored"])
    let words = try #require(stored["words"])
    let forged = words.setting("content", to: .text(Data("{}".utf8).base64EncodedString()))
    entries[1] = entries[1].setting("stored", to: stored.setting("words", to: forged))
    #expect(!sample.check(entries).flatMap(\.defects).isEmpty)
  }

  @Test func erasedWordsAreNoDefect() throws {
    let sample = try Sample()
    var entries = sample.entries
    let stored = try #require(entries[1]["stored"])
    let words = try #require(stored["words"])
    let erased = words.setting("content", to: .text("")).setting("salt", to: .text(""))
    entries[1] = entries[1].setting("stored", to: stored.setting("words", to: erased))
    #expect(sample.check(entries).flatMap(\.defects).isEmpty)
  }

  @Test func anEntryWithoutItsBytesIsADefect() throws {
    let sample = try Sample()
    var entries = sample.entries
    entries[2] = entries[2].setting("stored", to: .null)
    #expect(!sample.check(entries).flatMap(\.defects).isEmpty)
  }
}
