package import OpenSSLKit

/// One link of a chain: three commitments tied to the entry before.
///
/// ```
/// hash = SHA-256( text "parley-entry-v1" ‖ text dispute ‖ text compartment ‖ u64 sequence
///                 ‖ previous ‖ header ‖ facts ‖ words )
/// ```
///
/// where a text is its UTF-8 length as four bytes and then those bytes, numbers are big-endian,
/// and the last four are digests of 32 bytes. This is the only place that knows the formula.
package struct ChainLink: Hashable, Sendable {
  package let chain: ChainID
  /// The entry's number, counted from 1.
  package let sequence: UInt64
  /// The hash of the entry before, or the chain's genesis.
  package let previous: SHA256Digest
  package let header: SHA256Digest
  package let facts: SHA256Digest
  package let words: SHA256Digest
  package let hash: SHA256Digest

  /// Makes the link and computes its hash. The arguments after `previous` are commitments.
  package init(
    chain: ChainID, sequence: UInt64, previous: SHA256Digest, header: SHA256Digest,
    facts: SHA256Digest, words: SHA256Digest
  ) {
    self.chain = chain
    self.sequence = sequence
    self.previous = previous
    self.header = header
    self.facts = facts
    self.words = words
    hash = Self.hash(
      chain: chain, sequence: sequence, previous: previous, header: header, facts: facts,
      words: words)
  }

  /// The formula above.
  package static func hash(
    chain: ChainID, sequence: UInt64, previous: SHA256Digest, header: SHA256Digest,
    facts: SHA256Digest, words: SHA256Digest
  ) -> SHA256Digest {
    var fields = HashedFields(tag: "parley-entry-v1", chain: chain)
    fields.append(sequence)
    for digest in [previous, header, facts, words] { fields.append(digest) }
    return SHA256.hash(fields.bytes)
  }

  /// What the first entry names as the one before:
  /// `SHA-256( text "parley-genesis-v1" ‖ text dispute ‖ text compartment )`. So the first entry
  /// of one chain cannot be shown as the first of another.
  package static func genesis(of chain: ChainID) -> SHA256Digest {
    SHA256.hash(HashedFields(tag: "parley-genesis-v1", chain: chain).bytes)
  }
}
