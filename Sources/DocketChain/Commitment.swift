package import OpenSSLKit

/// Binds to bytes without showing them: `SHA-256(salt ‖ bytes)`. The salt has a fixed width, so
/// the two cannot be shifted against each other.
package enum Commitment {
  /// The commitment to these bytes under this salt. The bytes are those stored: they are never
  /// decoded and encoded again before hashing.
  package static func make(_ bytes: [UInt8], salt: Salt) -> SHA256Digest {
    let hasher = SHA256Hasher()
    hasher.update(salt.bytes)
    hasher.update(bytes)
    return hasher.finish()
  }
}
