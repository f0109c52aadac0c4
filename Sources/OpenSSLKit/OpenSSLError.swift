import COpenSSL

/// A call into OpenSSL, or a check made before one, that failed.
///
/// `operation` says what was tried in a few words, `reason` is OpenSSL's own reason where it gave
/// one. Neither ever holds key material or the bytes that were worked on.
package struct OpenSSLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried, such as "read a private key".
  package let operation: String
  /// Why it failed.
  package let reason: String

  package init(operation: String, reason: String) {
    self.operation = operation
    self.reason = reason
  }

  package var description: String { "could not \(operation): \(reason)" }

  /// Takes the oldest error of this thread's OpenSSL queue, which names the cause, and empties the
  /// queue, so that a later TLS call on the same thread is not blamed for it.
  static func taken(whileTryingTo operation: String) -> OpenSSLError {
    let code = ERR_get_error()
    ERR_clear_error()
    guard code != 0, let reason = ERR_reason_error_string(code) else {
      return OpenSSLError(operation: operation, reason: "no reason given")
    }
    return OpenSSLError(operation: operation, reason: String(cString: reason))
  }
}
