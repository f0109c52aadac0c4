import COpenSSL

/// Encryption that also notices tampering: AES-256 in Galois/counter mode.
///
/// A sealed message is `nonce (12) ‖ ciphertext ‖ tag (16)`. Every seal draws a fresh random
/// nonce, which is safe for about four thousand million messages under one key (NIST SP 800-38D
/// §8.3).
package struct AESGCMBox: Sendable {
  /// How many bytes the key has.
  package static let keyByteCount = 32
  /// How many bytes sealing adds.
  package static let overheadByteCount = nonceByteCount + tagByteCount

  private static let nonceByteCount = 12
  private static let tagByteCount = 16
  nonisolated(unsafe) private static let cipher = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)

  private let key: [UInt8]

  /// Takes a key of exactly 32 bytes; throws for any other count.
  package init(key: [UInt8]) throws(OpenSSLError) {
    guard key.count == Self.keyByteCount else {
      throw OpenSSLError(operation: "make a box", reason: "the key must have 32 bytes")
    }
    self.key = key
  }

  /// Encrypts `plaintext` and binds it to `associated`, which is not part of the result: opening
  /// needs the same bytes again. A repeat gives other bytes that open just as well.
  package func seal(
    _ plaintext: [UInt8], associated: [UInt8] = []
  ) throws(OpenSSLError) -> [UInt8] {
    let nonce = try RandomBytes.make(Self.nonceByteCount)
    let operation = "encrypt"
    let sizes = try Self.sizes(plaintext, associated, operation)
    let context = EVP_CIPHER_CTX_new()
    defer { EVP_CIPHER_CTX_free(context) }
    var ciphertext = [UInt8](repeating: 0, count: plaintext.count)
    var tag = [UInt8](repeating: 0, count: Self.tagByteCount)
    var written: Int32 = 0
    guard EVP_EncryptInit_ex2(context, Self.cipher, key, nonce, nil) == 1,
      EVP_EncryptUpdate(context, nil, &written, associated, sizes.associated) == 1,
      sizes.text == 0
        || EVP_EncryptUpdate(context, &ciphertext, &written, plaintext, sizes.text) == 1,
      EVP_EncryptFinal_ex(context, &tag, &written) == 1,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagByteCount), &tag) == 1
    else { throw OpenSSLError.taken(whileTryingTo: operation) }
    return nonce + ciphertext + tag
  }

  /// Decrypts what `seal` made. Throws, and tells nothing about the contents, when a byte of it
  /// was changed, or the key or the associated bytes are others.
  package func open(
    _ sealed: [UInt8], associated: [UInt8] = []
  ) throws(OpenSSLError) -> [UInt8] {
    let operation = "decrypt"
    guard sealed.count >= Self.overheadByteCount else {
      throw OpenSSLError(operation: operation, reason: "too short to be a sealed message")
    }
    let nonce = Array(sealed.prefix(Self.nonceByteCount))
    let ciphertext = Array(sealed.dropFirst(Self.nonceByteCount).dropLast(Self.tagByteCount))
    var tag = Array(sealed.suffix(Self.tagByteCount))
    let sizes = try Self.sizes(ciphertext, associated, operation)
    let context = EVP_CIPHER_CTX_new()
    defer { EVP_CIPHER_CTX_free(context) }
    var plaintext = [UInt8](repeating: 0, count: ciphertext.count)
    var rest = [UInt8](repeating: 0, count: Self.tagByteCount)
    var written: Int32 = 0
    guard EVP_DecryptInit_ex2(context, Self.cipher, key, nonce, nil) == 1,
      EVP_DecryptUpdate(context, nil, &written, associated, sizes.associated) == 1,
      sizes.text == 0
        || EVP_DecryptUpdate(context, &plaintext, &written, ciphertext, sizes.text) == 1,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagByteCount), &tag) == 1
    else { throw OpenSSLError.taken(whileTryingTo: operation) }
    guard EVP_DecryptFinal_ex(context, &rest, &written) == 1 else {
      ERR_clear_error()
      throw OpenSSLError(
        operation: operation, reason: "the message was changed or the key is wrong")
    }
    return plaintext
  }

  private static func sizes(
    _ text: [UInt8], _ associated: [UInt8], _ operation: String
  ) throws(OpenSSLError) -> (text: Int32, associated: Int32) {
    guard let textSize = Int32(exactly: text.count),
      let associatedSize = Int32(exactly: associated.count)
    else { throw OpenSSLError(operation: operation, reason: "too long") }
    return (textSize, associatedSize)
  }
}
