import DocketChain
import OpenSSLKit
import Testing

struct ReceiptTests {
  @Test func aCutOffEndIsFound() throws {
    var sample = try SampleChain(count: 4)
    let receipt = try sample.receipt(at: 4)
    sample.entries.removeLast(2)
    #expect(sample.verify() == [])
    #expect(sample.verify(against: [receipt]) == [.shorterThanReceipt(receipt: 4, last: 2)])
    sample.entries = []
    #expect(sample.verify(against: [receipt]) == [.shorterThanReceipt(receipt: 4, last: 0)])
  }

  @Test func twoReceiptsForOneEntryThatDisagreeAreFound() throws {
    let sample = try SampleChain(count: 2)
    let other = try SignedHead.make(
      chain: sample.chain, sequence: 2, head: SHA256.hash([1]), key: sample.key)
    #expect(
      sample.verify(against: [try sample.receipt(at: 2), other])
        == [.receiptDisagrees(sequence: 2)])
  }

  @Test func aReceiptOfAnotherKeyIsFound() throws {
    let sample = try SampleChain(count: 2)
    let receipt = try sample.receipt(at: 2)
    let stranger = try Ed25519SigningKey.generate().publicKey
    #expect(
      ChainVerifier.verify(
        chain: sample.chain, entries: sample.entries, against: [receipt], keys: [stranger])
        == [.unknownKey(id: receipt.keyID, sequence: 2)])
    let pretended = SignedHead(
      chain: sample.chain, sequence: 2, head: receipt.head,
      keyID: SignedHead.keyID(of: stranger), signature: receipt.signature)
    #expect(
      ChainVerifier.verify(
        chain: sample.chain, entries: sample.entries, against: [pretended],
        keys: [sample.key.publicKey, stranger]) == [.badSignature(sequence: 2)])
  }

  /// After the key was changed, receipts of both times hold.
  @Test func receiptsOfTwoKeysHold() throws {
    let sample = try SampleChain(count: 2)
    let second = try Ed25519SigningKey.generate()
    let receipts = [
      try sample.receipt(at: 1),
      try SignedHead.make(
        chain: sample.chain, sequence: 2, head: sample.entries[1].hash, key: second),
    ]
    #expect(
      ChainVerifier.verify(
        chain: sample.chain, entries: sample.entries, against: receipts,
        keys: [sample.key.publicKey, second.publicKey]) == [])
  }

  /// A made-up receipt accuses nobody but itself.
  @Test func aForgedReceiptIsNotHeldAgainstTheChain() throws {
    let sample = try SampleChain(count: 2)
    let sound = try sample.receipt(at: 2)
    var signature = sound.signature
    signature[0] ^= 1
    for sequence in [UInt64(2), 9] {
      let forged = SignedHead(
        chain: sample.chain, sequence: sequence, head: SHA256.hash([1]), keyID: sound.keyID,
        signature: signature)
      #expect(sample.verify(against: [forged]) == [.badSignature(sequence: sequence)])
    }
  }

  @Test func aReceiptThatCouldNeverBeMetIsFound() throws {
    let sample = try SampleChain(count: 2)
    let zero = try SignedHead.make(
      chain: sample.chain, sequence: 0, head: ChainLink.genesis(of: sample.chain),
      key: sample.key)
    #expect(sample.verify(against: [zero]) == [.receiptDisagrees(sequence: 0)])
    let other = ChainID(disputeID: "0000001y", compartment: "CASE")
    let foreign = try SignedHead.make(
      chain: other, sequence: 1, head: sample.entries[0].hash, key: sample.key)
    #expect(sample.verify(against: [foreign]) == [.foreignReceipt(chain: other, sequence: 1)])
  }

  @Test func entriesCanBeCheckedOneAtATime() throws {
    let sample = try SampleChain(count: 3)
    let receipt = try sample.receipt(at: 3)
    var verifier = ChainVerifier(
      chain: sample.chain, against: [receipt], keys: [sample.key.publicKey])
    #expect(verifier.check(sample.entries[0]) == [])
    #expect(verifier.finish() == [.shorterThanReceipt(receipt: 3, last: 1)])
    #expect(verifier.check(sample.entries[1]) == [])
    #expect(verifier.check(sample.entries[2]) == [])
    #expect(verifier.finish() == [])
  }

  @Test func eachDefectSaysWhereItIs() {
    let chain = ChainID(disputeID: "7k3qm2xw", compartment: "CASE")
    let defects: [ChainDefect] = [
      .brokenSequence(expected: 4, found: 5), .previousMismatch(sequence: 5),
      .commitmentMismatch(part: .words, sequence: 5), .hashMismatch(sequence: 5),
      .shorterThanReceipt(receipt: 5, last: 2), .receiptDisagrees(sequence: 5),
      .badSignature(sequence: 5), .unknownKey(id: "ab", sequence: 5),
      .foreignReceipt(chain: chain, sequence: 5),
    ]
    #expect(defects.allSatisfy { $0.description.contains("entry 5") })
    #expect(Set(defects.map(\.description)).count == defects.count)
  }
}
