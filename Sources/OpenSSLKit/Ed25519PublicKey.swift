import COpenSSL

/// The key that checks Ed25519 signatures (RFC 8032).
package struct Ed25519PublicKey: Sendable, Hashable {
  /// The key's 32 bytes.
  package let raw: [UInt8]
  private let key: KeyHandle

  /// Takes exactly 32 bytes; throws for any other count.
  package init(raw: [UInt8]) throws(OpenSSLError) {
    guard let made = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, raw, raw.count) else {
      throw OpenSSLError.taken(whileTryingTo: "read a public key")
    }
    self.raw = raw
    key = KeyHandle(owning: made)
  }

  /// Reads a "PUBLIC KEY" block; throws when there is none or it holds a key of another kind.
  package init(pem: String) throws(OpenSSLError) {
    try self.init(publicHalfOf: KeyHandle(publicPEM: pem))
  }

  init(publicHalfOf key: KeyHandle) throws(OpenSSLError) {
    try key.require("ED25519")
    var bytes = [UInt8](repeating: 0, count: 32)
    var count = bytes.count
    guard EVP_PKEY_get_raw_public_key(key.pointer, &bytes, &count) == 1, count == 32 else {
      throw OpenSSLError.taken(whileTryingTo: "read a public key")
    }
    try self.init(raw: bytes)
  }

  /// The key as a "PUBLIC KEY" block.
  package func pem() throws(OpenSSLError) -> String { try key.publicPEM() }

  /// Whether the holder of the private key signed exactly these bytes. False also for a signature
  /// of the wrong length: to the caller a malformed one is worth as little as a wrong one.
  package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    let verified =
      EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, key.pointer, nil) == 1
      && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    if !verified { ERR_clear_error() }
    return verified
  }

  package static func == (first: Ed25519PublicKey, second: Ed25519PublicKey) -> Bool {
    first.raw == second.raw
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(raw) }
}
