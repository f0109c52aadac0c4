package import OpenSSLKit

/// 16 random bytes that keep a commitment from being guessed.
///
/// A hash of an amount or a bid alone could be found by trying all amounts. Once the salt is
/// erased with the words it guarded, nothing is left to try against.
package struct Salt: Hashable, Sendable {
  /// How many bytes a salt has.
  package static let byteCount = 16

  package let bytes: [UInt8]

  /// Takes exactly 16 bytes; answers nil for any other count.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  private init(drawn bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Draws a new salt. Throws when no random bytes can be had.
  package static func random() throws(OpenSSLError) -> Salt {
    Salt(drawn: try RandomBytes.make(byteCount))
  }
}
