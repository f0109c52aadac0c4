import DocketChain
import OpenSSLKit
import Testing

struct ChainVerifierTests {
  @Test func aSoundChainHasNoDefects() throws {
    let sample = try SampleChain(count: 5)
    let receipts = try [1, 3, 5].map { try sample.receipt(at: $0) }
    #expect(sample.verify(against: receipts) == [])
    #expect(ChainVerifier.verify(chain: sample.chain, entries: []) == [])
  }

  @Test(arguments: EntryPart.allCases)
  func aFlippedByteIsFoundInItsPart(part: EntryPart) throws {
    let sound = try SampleChain(count: 4)
    let opening = try #require(sound.entries[2][part].opening)
    for position in opening.bytes.indices {
      var sample = sound
      var bytes = opening.bytes
      bytes[position] ^= 1
      let changed = StoredPart(
        commitment: sample.entries[2][part].commitment,
        opening: StoredPart.Opening(bytes: bytes, salt: opening.salt))
      try sample.change(3, part: part, with: changed)
      #expect(sample.verify() == [.commitmentMismatch(part: part, sequence: 3)])
    }
  }

  @Test func anotherSaltIsFound() throws {
    var sample = try SampleChain(count: 2)
    let part = sample.entries[0].facts
    let opening = try #require(part.opening)
    let changed = StoredPart(
      commitment: part.commitment,
      opening: StoredPart.Opening(bytes: opening.bytes, salt: try Salt.random()))
    try sample.change(1, part: .facts, with: changed)
    #expect(sample.verify() == [.commitmentMismatch(part: .facts, sequence: 1)])
  }

  /// New words with a commitment that fits them: the hash of the entry gives them away.
  @Test(arguments: EntryPart.allCases)
  func aReplacedPartIsFound(part: EntryPart) throws {
    var sample = try SampleChain(count: 3)
    try sample.change(2, part: part, with: .opened([1], salt: try Salt.random()))
    #expect(sample.verify() == [.hashMismatch(sequence: 2)])
  }

  /// The entry is rewritten with a hash that fits: the next entry gives it away, and at the end of
  /// the chain only a receipt does.
  @Test func aRewrittenEntryIsFound() throws {
    var sample = try SampleChain(count: 3)
    let receipts = try [2, 3].map { try sample.receipt(at: $0) }
    sample.entries[1] = try SampleChain.entry(
      sample.chain, 2, sample.entries[0].hash, text: "never said")
    #expect(
      sample.verify(against: receipts)
        == [.receiptDisagrees(sequence: 2), .previousMismatch(sequence: 3)])
    sample.entries.removeLast()
    #expect(sample.verify() == [], "without a receipt a new ending cannot be seen")
    #expect(
      sample.verify(against: receipts)
        == [.receiptDisagrees(sequence: 2), .shorterThanReceipt(receipt: 3, last: 2)])
  }

  @Test func aChangedHashIsFound() throws {
    var sample = try SampleChain(count: 3)
    try sample.change(2, hash: SHA256.hash([1]))
    #expect(sample.verify() == [.hashMismatch(sequence: 2), .previousMismatch(sequence: 3)])
  }

  @Test func anotherPredecessorIsFound() throws {
    var sample = try SampleChain(count: 3)
    try sample.change(2, previous: SHA256.hash([1]))
    #expect(sample.verify() == [.previousMismatch(sequence: 2), .hashMismatch(sequence: 2)])
  }

  @Test func swappedEntriesAreFound() throws {
    var sample = try SampleChain(count: 4)
    sample.entries.swapAt(1, 2)
    #expect(
      sample.verify() == [
        .brokenSequence(expected: 2, found: 3), .previousMismatch(sequence: 3),
        .brokenSequence(expected: 4, found: 2), .previousMismatch(sequence: 2),
        .brokenSequence(expected: 3, found: 4), .previousMismatch(sequence: 4),
      ])
  }

  @Test func aMissingAndADoubledEntryAreFound() throws {
    var sample = try SampleChain(count: 3)
    let first = sample.entries[0]
    sample.entries.remove(at: 1)
    #expect(
      sample.verify()
        == [.brokenSequence(expected: 2, found: 3), .previousMismatch(sequence: 3)])
    sample.entries = [first, first]
    #expect(
      sample.verify()
        == [.brokenSequence(expected: 2, found: 1), .previousMismatch(sequence: 1)])
  }

  @Test func aRenumberedEntryIsFound() throws {
    var sample = try SampleChain(count: 2)
    try sample.change(2, to: .max)
    #expect(
      sample.verify()
        == [.brokenSequence(expected: 2, found: .max), .hashMismatch(sequence: .max)])
  }

  @Test func entriesOfAnotherChainAreFound() throws {
    let sample = try SampleChain(count: 1)
    let other = ChainID(disputeID: sample.chain.disputeID, compartment: "SETTLEMENT")
    #expect(
      ChainVerifier.verify(chain: other, entries: sample.entries)
        == [.previousMismatch(sequence: 1), .hashMismatch(sequence: 1)])
  }

  @Test func erasedWordsStillVerify() throws {
    var sample = try SampleChain(count: 3)
    let receipt = try sample.receipt(at: 3)
    let words = sample.entries[1].words
    try sample.change(2, part: .words, with: .committed(words.commitment))
    #expect(sample.entries[1].words.opening == nil)
    #expect(sample.verify(against: [receipt]) == [])
  }

  @Test func aHeaderAloneStillVerifies() throws {
    var sample = try SampleChain(count: 2)
    for entry in sample.entries {
      for part in [EntryPart.facts, .words] {
        try sample.change(entry.sequence, part: part, with: .committed(entry[part].commitment))
      }
    }
    #expect(sample.verify(against: [try sample.receipt(at: 2)]) == [])
  }
}
