package import OpenSSLKit

/// Checks a chain entry by entry against the formula and against receipts.
///
/// Takes one entry at a time, so that a long chain need not be held in memory. It goes on after a
/// fault, and compares each entry with what its neighbours say of themselves, so that one changed
/// entry is reported once and not at every entry behind it. Parts of which only the commitment is
/// left count as sound: the chain still holds them to what they were.
package struct ChainVerifier {
  package let chain: ChainID
  private let receipts: [UInt64: [SignedHead]]
  private let defectsOfReceipts: [ChainDefect]
  private var last: UInt64 = 0
  private var lastHash: SHA256Digest

  /// Checks the receipts' signatures, each with the key it names. One that does not fit is
  /// reported at the end and not held against the chain, since anybody could have made it up.
  package init(
    chain: ChainID, against receipts: [SignedHead] = [], keys: [Ed25519PublicKey] = []
  ) {
    self.chain = chain
    lastHash = ChainLink.genesis(of: chain)
    var sound: [UInt64: [SignedHead]] = [:]
    var defects: [ChainDefect] = []
    for receipt in receipts {
      if let defect = Self.defect(of: receipt, chain: chain, keys: keys) {
        defects.append(defect)
      } else {
        sound[receipt.sequence, default: []].append(receipt)
      }
    }
    self.receipts = sound
    defectsOfReceipts = defects
  }

  /// Takes the next entry and answers its faults.
  package mutating func check(_ entry: StoredEntry) -> [ChainDefect] {
    var defects: [ChainDefect] = []
    let expected = last &+ 1
    if entry.sequence != expected {
      defects.append(.brokenSequence(expected: expected, found: entry.sequence))
    }
    if entry.previous != lastHash {
      defects.append(.previousMismatch(sequence: entry.sequence))
    }
    for part in EntryPart.allCases where !entry[part].opensItsCommitment {
      defects.append(.commitmentMismatch(part: part, sequence: entry.sequence))
    }
    let hash = ChainLink.hash(
      chain: chain, sequence: entry.sequence, previous: entry.previous,
      header: entry.header.commitment, facts: entry.facts.commitment,
      words: entry.words.commitment)
    if entry.hash != hash {
      defects.append(.hashMismatch(sequence: entry.sequence))
    }
    for receipt in receipts[entry.sequence, default: []] where receipt.head != entry.hash {
      defects.append(.receiptDisagrees(sequence: entry.sequence))
    }
    last = entry.sequence
    lastHash = entry.hash
    return defects
  }

  /// Answers the faults that show only at the end: receipts the chain does not reach, receipts
  /// that are not sound themselves.
  package func finish() -> [ChainDefect] {
    let beyond = receipts.keys.filter { $0 > last }.sorted()
    return defectsOfReceipts
      + beyond.map { ChainDefect.shorterThanReceipt(receipt: $0, last: last) }
  }

  /// Checks a whole chain. No defects means: every entry is as it was written, in order, and the
  /// record reaches every receipt.
  package static func verify(
    chain: ChainID, entries: some Sequence<StoredEntry>, against receipts: [SignedHead] = [],
    keys: [Ed25519PublicKey] = []
  ) -> [ChainDefect] {
    var verifier = ChainVerifier(chain: chain, against: receipts, keys: keys)
    var defects: [ChainDefect] = []
    for entry in entries { defects += verifier.check(entry) }
    return defects + verifier.finish()
  }

  private static func defect(
    of receipt: SignedHead, chain: ChainID, keys: [Ed25519PublicKey]
  ) -> ChainDefect? {
    guard receipt.chain == chain else {
      return .foreignReceipt(chain: receipt.chain, sequence: receipt.sequence)
    }
    guard let key = keys.first(where: { SignedHead.keyID(of: $0) == receipt.keyID }) else {
      return .unknownKey(id: receipt.keyID, sequence: receipt.sequence)
    }
    // Entries count from 1: a receipt for entry 0 would never be met, and so never be missed.
    if receipt.sequence == 0 { return .receiptDisagrees(sequence: 0) }
    return receipt.verify(key) ? nil : .badSignature(sequence: receipt.sequence)
  }
}
