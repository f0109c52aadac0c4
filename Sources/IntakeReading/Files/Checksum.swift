import CGMime

/// SHA-256 over bytes that arrive in pieces.
final class Checksum {
  private let checksum = g_checksum_new(G_CHECKSUM_SHA256)

  deinit { g_checksum_free(checksum) }

  func update(_ bytes: [UInt8]) {
    g_checksum_update(checksum, bytes, bytes.count)
  }

  /// 64 lower-case hexadecimal characters; nothing may be added after.
  func finish() -> String {
    g_checksum_get_string(checksum).map { String(cString: $0) } ?? ""
  }

  static func of(_ file: InputFile) throws -> String {
    let checksum = Checksum()
    try file.forEachPiece(checksum.update)
    return checksum.finish()
  }
}
