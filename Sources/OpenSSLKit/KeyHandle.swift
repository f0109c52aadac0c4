import COpenSSL

/// Owns one OpenSSL key.
///
/// It is never changed after it was made, and OpenSSL allows any number of threads to sign and
/// verify with one key at once, each with a context of its own: hence `Sendable`.
final class KeyHandle: @unchecked Sendable {
  let pointer: OpaquePointer

  /// Takes ownership.
  init(owning pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit { EVP_PKEY_free(pointer) }

  /// Makes a key of an algorithm OpenSSL knows by name; `group` names the curve where it needs one.
  static func generate(_ algorithm: String, group: String? = nil) throws(OpenSSLError) -> KeyHandle
  {
    let context = EVP_PKEY_CTX_new_from_name(nil, algorithm, nil)
    defer { EVP_PKEY_CTX_free(context) }
    var made: OpaquePointer?
    guard context != nil, EVP_PKEY_keygen_init(context) == 1,
      group.map({ EVP_PKEY_CTX_set_group_name(context, $0) == 1 }) ?? true,
      EVP_PKEY_generate(context, &made) == 1, let made
    else { throw OpenSSLError.taken(whileTryingTo: "make a key") }
    return KeyHandle(owning: made)
  }

  /// Reads a private key. Refuses an encrypted one instead of asking the terminal for its password.
  convenience init(privatePEM text: String) throws(OpenSSLError) {
    let source = try MemoryBIO(reading: text)
    guard let read = PEM_read_bio_PrivateKey(source.pointer, nil, { _, _, _, _ in -1 }, nil) else {
      throw OpenSSLError.taken(whileTryingTo: "read a private key")
    }
    self.init(owning: read)
  }

  /// Reads a public key.
  convenience init(publicPEM text: String) throws(OpenSSLError) {
    let source = try MemoryBIO(reading: text)
    guard let read = PEM_read_bio_PUBKEY(source.pointer, nil, nil, nil) else {
      throw OpenSSLError.taken(whileTryingTo: "read a public key")
    }
    self.init(owning: read)
  }

  /// Refuses a key of another kind.
  func require(_ algorithm: String) throws(OpenSSLError) {
    guard EVP_PKEY_is_a(pointer, algorithm) == 1 else {
      throw OpenSSLError(operation: "use a key", reason: "it is not an \(algorithm) key")
    }
  }

  /// The private key as unencrypted PKCS #8.
  func privatePEM() throws(OpenSSLError) -> String {
    let sink = try MemoryBIO()
    guard PEM_write_bio_PKCS8PrivateKey(sink.pointer, pointer, nil, nil, 0, nil, nil) == 1 else {
      throw OpenSSLError.taken(whileTryingTo: "write a private key")
    }
    return sink.text
  }

  /// The public half as SubjectPublicKeyInfo.
  func publicPEM() throws(OpenSSLError) -> String {
    let sink = try MemoryBIO()
    guard PEM_write_bio_PUBKEY(sink.pointer, pointer) == 1 else {
      throw OpenSSLError.taken(whileTryingTo: "write a public key")
    }
    return sink.text
  }
}
