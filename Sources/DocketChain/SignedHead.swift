package import OpenSSLKit

/// The server's signature under how far a chain had come: the receipt a party keeps.
///
/// A chain alone cannot show that its end was cut off, nor that the whole was written anew; a
/// head held by somebody else can. Ed25519 gives the same signature for the same head every time,
/// so the server stores none and makes them again at will.
package struct SignedHead: Hashable, Sendable {
  package let chain: ChainID
  /// The number of the last entry.
  package let sequence: UInt64
  /// The hash of the last entry.
  package let head: SHA256Digest
  /// Which key signed; see `keyID(of:)`.
  package let keyID: String
  /// 64 bytes.
  package let signature: [UInt8]

  /// Takes a head as it was received or kept. Nothing is checked before `verify`.
  package init(
    chain: ChainID, sequence: UInt64, head: SHA256Digest, keyID: String, signature: [UInt8]
  ) {
    self.chain = chain
    self.sequence = sequence
    self.head = head
    self.keyID = keyID
    self.signature = signature
  }

  /// Signs a head. Throws only where OpenSSL cannot sign. A repeat makes an equal one.
  package static func make(
    chain: ChainID, sequence: UInt64, head: SHA256Digest, key: Ed25519SigningKey
  ) throws(OpenSSLError) -> SignedHead {
    let statement = statement(chain: chain, sequence: sequence, head: head)
    return SignedHead(
      chain: chain, sequence: sequence, head: head, keyID: keyID(of: key.publicKey),
      signature: try key.sign(statement))
  }

  /// Whether this key signed exactly this head.
  package func verify(_ key: Ed25519PublicKey) -> Bool {
    keyID == Self.keyID(of: key)
      && key.verify(
        signature, of: Self.statement(chain: chain, sequence: sequence, head: head))
  }

  /// The bytes that are signed:
  /// `text "parley-head-v1" ‖ text dispute ‖ text compartment ‖ u64 sequence ‖ head`, written as
  /// in `ChainLink`.
  package static func statement(
    chain: ChainID, sequence: UInt64, head: SHA256Digest
  ) -> [UInt8] {
    var fields = HashedFields(tag: "parley-head-v1", chain: chain)
    fields.append(sequence)
    fields.append(head)
    return fields.bytes
  }

  /// The first 8 bytes of SHA-256 over the raw public key, in hexadecimal.
  package static func keyID(of key: Ed25519PublicKey) -> String {
    String(SHA256.hash(key.raw).hex.prefix(16))
  }
}
