package import OpenSSLKit

/// The server's signature under the manifest of an evidence bundle: what was handed over, to the
/// byte, and of which dispute.
package struct SignedManifest: Hashable, Sendable {
  /// The dispute's id in its canonical form.
  package let disputeID: String
  /// The hash of the manifest's bytes.
  package let manifest: SHA256Digest
  /// 64 bytes.
  package let signature: [UInt8]

  /// Takes a signature as it was received. Nothing is checked before `verify`.
  package init(disputeID: String, manifest: SHA256Digest, signature: [UInt8]) {
    self.disputeID = disputeID
    self.manifest = manifest
    self.signature = signature
  }

  /// Signs a manifest. Throws only where OpenSSL cannot sign. A repeat makes an equal one.
  package static func make(
    disputeID: String, manifest: SHA256Digest, key: Ed25519SigningKey
  ) throws(OpenSSLError) -> SignedManifest {
    SignedManifest(
      disputeID: disputeID, manifest: manifest,
      signature: try key.sign(statement(disputeID: disputeID, manifest: manifest)))
  }

  /// Whether this key signed exactly this manifest.
  package func verify(_ key: Ed25519PublicKey) -> Bool {
    key.verify(signature, of: Self.statement(disputeID: disputeID, manifest: manifest))
  }

  /// The bytes that are signed: `text "parley-bundle-v1" ‖ text dispute ‖ SHA-256(manifest)`, written
  /// as in `ChainLink`.
  package static func statement(disputeID: String, manifest: SHA256Digest) -> [UInt8] {
    var fields = HashedFields(tag: "parley-bundle-v1")
    fields.append(disputeID)
    fields.append(manifest)
    return fields.bytes
  }
}
