import COpenSSL

/// A private Ed25519 key (RFC 8032). The same message always gets the same signature, so
/// signatures need not be stored: they can be made again.
package struct Ed25519SigningKey: Sendable {
  /// The half that others check signatures with.
  package let publicKey: Ed25519PublicKey
  private let key: KeyHandle

  private init(_ key: KeyHandle) throws(OpenSSLError) {
    publicKey = try Ed25519PublicKey(publicHalfOf: key)
    self.key = key
  }

  /// Makes a new key; a repeat makes another one.
  package static func generate() throws(OpenSSLError) -> Ed25519SigningKey {
    try Ed25519SigningKey(KeyHandle.generate("ED25519"))
  }

  /// Reads an unencrypted "PRIVATE KEY" block; throws when there is none, when it is encrypted or
  /// when it holds a key of another kind.
  package init(pem: String) throws(OpenSSLError) {
    try self.init(KeyHandle(privatePEM: pem))
  }

  /// Takes the 32 secret bytes of RFC 8032; throws for any other count.
  package init(seed: [UInt8]) throws(OpenSSLError) {
    guard let made = EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed, seed.count) else {
      throw OpenSSLError.taken(whileTryingTo: "read a private key")
    }
    try self.init(KeyHandle(owning: made))
  }

  /// The key as an unencrypted PKCS #8 block. Whoever stores it answers for its file mode.
  package func pem() throws(OpenSSLError) -> String { try key.privatePEM() }

  /// Signs bytes; answers the 64 bytes of the signature.
  package func sign(_ message: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: 64)
    var count = signature.count
    guard EVP_DigestSignInit_ex(context, nil, nil, nil, nil, key.pointer, nil) == 1,
      EVP_DigestSign(context, &signature, &count, message, message.count) == 1, count == 64
    else { throw OpenSSLError.taken(whileTryingTo: "sign") }
    return signature
  }
}
