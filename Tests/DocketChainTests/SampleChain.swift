import DocketChain
import OpenSSLKit
import Testing

/// A sound chain of a few entries, and ways to spoil it.
struct SampleChain {
  let chain = ChainID(disputeID: "7k3qm2xw", compartment: "CASE")
  let key: Ed25519SigningKey
  var entries: [StoredEntry]

  init(count: UInt64) throws {
    key = try Ed25519SigningKey.generate()
    entries = []
    var previous = ChainLink.genesis(of: chain)
    for sequence in 1...count {
      let entry = try Self.entry(chain, sequence, previous, text: "words of entry \(sequence)")
      entries.append(entry)
      previous = entry.hash
    }
  }

  static func entry(
    _ chain: ChainID, _ sequence: UInt64, _ previous: SHA256Digest, text: String
  ) throws -> StoredEntry {
    let header = StoredPart.opened(Array("header \(sequence)".utf8), salt: try Salt.random())
    let facts = StoredPart.opened(Array("facts \(sequence)".utf8), salt: try Salt.random())
    let words = StoredPart.opened(Array(text.utf8), salt: try Salt.random())
    let link = ChainLink(
      chain: chain, sequence: sequence, previous: previous, header: header.commitment,
      facts: facts.commitment, words: words.commitment)
    return StoredEntry(
      sequence: sequence, previous: previous, header: header, facts: facts, words: words,
      hash: link.hash)
  }

  /// What the server would have signed after this entry.
  func receipt(at sequence: UInt64) throws -> SignedHead {
    let entry = try #require(entries.first { $0.sequence == sequence })
    return try SignedHead.make(chain: chain, sequence: sequence, head: entry.hash, key: key)
  }

  func verify(against receipts: [SignedHead] = []) -> [ChainDefect] {
    ChainVerifier.verify(
      chain: chain, entries: entries, against: receipts, keys: [key.publicKey])
  }

  /// Puts other values into one entry, and nothing else right.
  mutating func change(
    _ sequence: UInt64, to newSequence: UInt64? = nil, previous: SHA256Digest? = nil,
    part: EntryPart? = nil, with newPart: StoredPart? = nil, hash: SHA256Digest? = nil
  ) throws {
    let index = try #require(entries.firstIndex { $0.sequence == sequence })
    let old = entries[index]
    func chosen(_ candidate: EntryPart) -> StoredPart {
      candidate == part ? newPart ?? old[candidate] : old[candidate]
    }
    entries[index] = StoredEntry(
      sequence: newSequence ?? old.sequence, previous: previous ?? old.previous,
      header: chosen(.header), facts: chosen(.facts), words: chosen(.words),
      hash: hash ?? old.hash)
  }
}
