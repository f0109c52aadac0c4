import OpenSSLKit

/// A one-time code, as an invitation gives it: eight characters of Crockford base32, the last a
/// check character, shown in two groups. Only its hash is stored.
struct AccessCode {
  let shown: String
  let hash: SHA256Digest

  static func draw() throws -> AccessCode {
    let code = try Base32Check.random()
    return AccessCode(
      shown: Base32Check.grouped(code).uppercased(), hash: AccessCode.hash(of: code))
  }

  /// The hash of a code as typed; nil for what can be no code.
  static func hash(typed: String) -> SHA256Digest? {
    Base32Check.normalise(typed.filter { !$0.isWhitespace }).flatMap {
      Base32Check.validate($0) ? hash(of: $0) : nil
    }
  }

  private static func hash(of code: String) -> SHA256Digest {
    SHA256.hash("parley-code-v1|\(code)".utf8)
  }
}

/// The secret a session is proved with: 256 random bits. Only its hash is stored.
struct SessionToken {
  let text: String
  let hash: SHA256Digest

  static func draw() throws -> SessionToken {
    let text = Base64URL.encode(try RandomBytes.make(32))
    return SessionToken(text: text, hash: hash(of: text))
  }

  static func hash(of text: String) -> SHA256Digest {
    SHA256.hash("parley-session-v1|\(text)".utf8)
  }
}
