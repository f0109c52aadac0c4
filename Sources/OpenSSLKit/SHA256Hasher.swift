import COpenSSL

/// SHA-256 over bytes that arrive in pieces, such as an upload.
///
/// Not safe to share between threads. After `finish()` the hasher starts afresh, so a second
/// `finish()` answers the hash of no bytes.
package final class SHA256Hasher {
  /// Fetched once: OpenSSL otherwise looks the algorithm up under a lock at every start.
  /// It is never written after that, and OpenSSL counts its references atomically.
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

  private let context: OpaquePointer?

  package init() {
    context = EVP_MD_CTX_new()
    start()
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  package func update(_ bytes: UnsafeRawBufferPointer) {
    Self.require(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
  }

  /// Adds bytes.
  package func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The hash of all bytes added since the start, and a fresh start.
  package func finish() -> SHA256Digest {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let status = withUnsafeMutableBytes(of: &words) { space in
      EVP_DigestFinal_ex(context, space.bindMemory(to: UInt8.self).baseAddress, nil)
    }
    Self.require(status)
    start()
    return SHA256Digest(words: words)
  }

  private func start() {
    Self.require(EVP_DigestInit_ex2(context, Self.algorithm, nil))
  }

  /// Hashing fails only where memory has run out or OpenSSL came without SHA-256. No input can
  /// cause either, and to go on with a wrong hash would be worse than to stop.
  private static func require(_ status: Int32) {
    precondition(status == 1, "OpenSSL cannot compute SHA-256")
  }
}
