import COpenSSL

/// Bytes nobody can guess.
package enum RandomBytes {
  /// Draws bytes from OpenSSL's generator, which the kernel seeds. Throws when the generator has
  /// no good seed; the caller must then refuse its work instead of going on with weaker bytes.
  package static func make(_ count: Int) throws(OpenSSLError) -> [UInt8] {
    guard count >= 0, let size = Int32(exactly: count) else {
      throw OpenSSLError(operation: "draw random bytes", reason: "count out of range")
    }
    var bytes = [UInt8](repeating: 0, count: count)
    guard size == 0 || RAND_bytes(&bytes, size) == 1 else {
      throw OpenSSLError.taken(whileTryingTo: "draw random bytes")
    }
    return bytes
  }
}
