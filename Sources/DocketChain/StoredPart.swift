package import OpenSSLKit

/// One part of an entry as it is stored, or as it was handed over.
package struct StoredPart: Hashable, Sendable {
  /// What stands in the chain; never erased.
  package let commitment: SHA256Digest
  /// The bytes and their salt; nil where they were erased or may not be read.
  package let opening: Opening?

  /// What a commitment commits to.
  package struct Opening: Hashable, Sendable {
    package let bytes: [UInt8]
    package let salt: Salt

    package init(bytes: [UInt8], salt: Salt) {
      self.bytes = bytes
      self.salt = salt
    }
  }

  package init(commitment: SHA256Digest, opening: Opening?) {
    self.commitment = commitment
    self.opening = opening
  }

  /// A part whose commitment is computed here: one that is being written.
  package static func opened(_ bytes: [UInt8], salt: Salt) -> StoredPart {
    StoredPart(
      commitment: Commitment.make(bytes, salt: salt), opening: Opening(bytes: bytes, salt: salt))
  }

  /// A part of which only the commitment is left or shown.
  package static func committed(_ commitment: SHA256Digest) -> StoredPart {
    StoredPart(commitment: commitment, opening: nil)
  }

  /// Whether the bytes, where they are present, are those committed to.
  package var opensItsCommitment: Bool {
    guard let opening else { return true }
    return Commitment.make(opening.bytes, salt: opening.salt) == commitment
  }
}
