package import OpenSSLKit

extension ChainLink {
  /// The first link of a chain.
  package static func first(
    of chain: ChainID, header: SHA256Digest, facts: SHA256Digest, words: SHA256Digest
  ) -> ChainLink {
    ChainLink(
      chain: chain, sequence: 1, previous: genesis(of: chain), header: header, facts: facts,
      words: words)
  }

  /// The link after this one.
  package func next(
    header: SHA256Digest, facts: SHA256Digest, words: SHA256Digest
  ) -> ChainLink {
    ChainLink(
      chain: chain, sequence: sequence + 1, previous: hash, header: header, facts: facts,
      words: words)
  }
}
