package import OpenSSLKit

/// The word of one signing key that another one takes its place.
///
/// Whoever trusts the old key can so trust the new one without asking anybody: only the holder of
/// the old one could have said it. It says nothing against a thief who held the old key too.
package struct KeyEndorsement: Hashable, Sendable {
  /// The id of the key that speaks; see `SignedHead.keyID(of:)`.
  package let endorser: String
  package let successor: Ed25519PublicKey
  /// Milliseconds since 1970; from then on the successor signs.
  package let endorsedAt: UInt64
  /// 64 bytes.
  package let signature: [UInt8]

  /// Takes an endorsement as it was received or kept. Nothing is checked before `verify`.
  package init(
    endorser: String, successor: Ed25519PublicKey, endorsedAt: UInt64, signature: [UInt8]
  ) {
    self.endorser = endorser
    self.successor = successor
    self.endorsedAt = endorsedAt
    self.signature = signature
  }

  /// Endorses a key. Throws only where OpenSSL cannot sign. A repeat makes an equal one.
  package static func make(
    of successor: Ed25519PublicKey, by key: Ed25519SigningKey, at endorsedAt: UInt64
  ) throws(OpenSSLError) -> KeyEndorsement {
    let endorser = SignedHead.keyID(of: key.publicKey)
    return KeyEndorsement(
      endorser: endorser, successor: successor, endorsedAt: endorsedAt,
      signature: try key.sign(
        statement(endorser: endorser, successor: successor, endorsedAt: endorsedAt)))
  }

  package var successorID: String { SignedHead.keyID(of: successor) }

  /// Whether this key said exactly this. No key endorses itself.
  package func verify(_ key: Ed25519PublicKey) -> Bool {
    endorser == SignedHead.keyID(of: key) && key != successor
      && key.verify(
        signature,
        of: Self.statement(endorser: endorser, successor: successor, endorsedAt: endorsedAt))
  }

  /// The bytes that are signed: `text "parley-key-v1" ‖ text endorser's id ‖ text successor's id ‖
  /// the successor's 32 bytes ‖ u64 endorsedAt`, written as in `ChainLink`.
  package static func statement(
    endorser: String, successor: Ed25519PublicKey, endorsedAt: UInt64
  ) -> [UInt8] {
    var fields = HashedFields(tag: "parley-key-v1")
    fields.append(endorser)
    fields.append(SignedHead.keyID(of: successor))
    fields.append(key: successor)
    fields.append(endorsedAt)
    return fields.bytes
  }
}
