package import OpenSSLKit

/// One entry as it is stored, with everything that can be checked about it.
package struct StoredEntry: Hashable, Sendable {
  package let sequence: UInt64
  package let previous: SHA256Digest
  package let header: StoredPart
  package let facts: StoredPart
  package let words: StoredPart
  package let hash: SHA256Digest

  /// Takes an entry as it was read. Nothing is checked before it is verified.
  package init(
    sequence: UInt64, previous: SHA256Digest, header: StoredPart, facts: StoredPart,
    words: StoredPart, hash: SHA256Digest
  ) {
    self.sequence = sequence
    self.previous = previous
    self.header = header
    self.facts = facts
    self.words = words
    self.hash = hash
  }

  /// The part of that name.
  package subscript(part: EntryPart) -> StoredPart {
    switch part {
    case .header: header
    case .facts: facts
    case .words: words
    }
  }
}
