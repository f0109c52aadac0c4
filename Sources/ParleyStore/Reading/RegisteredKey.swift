package import DocketChain
package import OpenSSLKit
package import ParleyDomain

/// A key that receipts are or were signed with.
package struct RegisteredKey: Hashable, Sendable {
  package let publicKey: Ed25519PublicKey
  package let usedFrom: Instant
  /// Nil for the one in use.
  package let usedUntil: Instant?
  /// The word of the key before it; nil for the first.
  package let endorsement: KeyEndorsement?

  package var id: String { SignedHead.keyID(of: publicKey) }
}
