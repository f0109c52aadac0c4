/// SHA-256 (FIPS 180-4) of bytes at hand.
package enum SHA256 {
  /// The hash of these bytes.
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> SHA256Digest {
    let hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finish()
  }

  /// The hash of these bytes.
  package static func hash(_ bytes: [UInt8]) -> SHA256Digest {
    bytes.withUnsafeBytes { hash($0) }
  }

  /// The hash of a text's UTF-8 bytes.
  package static func hash(_ text: String.UTF8View) -> SHA256Digest {
    let hashed = text.withContiguousStorageIfAvailable { hash(UnsafeRawBufferPointer($0)) }
    return hashed ?? hash(Array(text))
  }
}
