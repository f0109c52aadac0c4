import CMagic

/// Tells the type of bytes by what they are, whatever they are called. The rules are loaded when it
/// is made, for later no file can be opened.
package final class MagicBook {
  private let cookie: magic_t

  package init() throws {
    guard let cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS) else {
      throw IntakeRefusal(.notConfined, "The rules for file types cannot be loaded.")
    }
    guard magic_load(cookie, nil) == 0 else {
      magic_close(cookie)
      throw IntakeRefusal(.notConfined, "The rules for file types are not installed.")
    }
    self.cookie = cookie
  }

  deinit { magic_close(cookie) }

  /// The media type, `application/octet-stream` where nothing fits.
  package func type(of bytes: [UInt8]) -> String {
    guard !bytes.isEmpty else { return "application/x-empty" }
    guard let found = magic_buffer(cookie, bytes, min(bytes.count, Limits.typeSampleBytes)) else {
      return "application/octet-stream"
    }
    return SafeText.token(String(cString: found)) ?? "application/octet-stream"
  }

  func type(of file: InputFile) throws -> String {
    type(of: try file.read(at: 0, count: Limits.typeSampleBytes))
  }
}
