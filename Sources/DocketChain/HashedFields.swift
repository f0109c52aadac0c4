import OpenSSLKit

/// Puts fields in a row so that no two different rows of fields are the same bytes: every field
/// is of fixed width or is preceded by its length.
struct HashedFields {
  private(set) var bytes: [UInt8] = []

  /// Starts with a tag that says what the bytes are, so that one kind cannot pass for another.
  init(tag: String) {
    append(tag)
  }

  /// Starts with a tag and the chain that the bytes are about.
  init(tag: String, chain: ChainID) {
    self.init(tag: tag)
    append(chain.disputeID)
    append(chain.compartment)
  }

  /// Four bytes of length, big-endian, then the UTF-8 bytes.
  mutating func append(_ text: String) {
    let utf8 = Array(text.utf8)
    append(bigEndian: UInt32(utf8.count))
    bytes += utf8
  }

  /// Eight bytes, big-endian.
  mutating func append(_ number: UInt64) {
    append(bigEndian: number)
  }

  /// 32 bytes.
  mutating func append(_ digest: SHA256Digest) {
    bytes += digest.bytes
  }

  /// The 32 bytes of a public key.
  mutating func append(key: Ed25519PublicKey) {
    bytes += key.raw
  }

  private mutating func append(bigEndian number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
