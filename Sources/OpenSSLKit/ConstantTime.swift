import COpenSSL

/// Comparison that takes the same time wherever the difference lies.
package enum ConstantTime {
  /// Whether both are the same bytes. Only the lengths show in the time it takes; use it for
  /// tokens, codes and authentication tags, whose lengths are known anyway.
  package static func equal(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard first.count == second.count else { return false }
    return CRYPTO_memcmp(first, second, first.count) == 0
  }
}
