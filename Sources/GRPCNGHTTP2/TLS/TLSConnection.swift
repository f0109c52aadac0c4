import COpenSSL
import Glibc

/// One end of a TLS connection over a socket that does not block. Belongs to its loop.
///
/// Every call empties OpenSSL's per-thread error queue first: a leftover of another connection would
/// otherwise be taken for an error of this one.
final class TLSConnection {
  enum Progress {
    case done
    case wantsInput
    case wantsOutput
    case failed(ConnectionFault)
  }

  private var ssl: OpaquePointer?
  private var isBroken = false

  init(ssl: OpaquePointer) {
    self.ssl = ssl
  }

  deinit {
    SSL_free(ssl)
  }

  /// Releases OpenSSL's state; later calls fail softly.
  func free() {
    SSL_free(ssl)
    ssl = nil
  }

  /// Whether both sides agreed on HTTP/2. A peer that sends no ALPN never reaches the selection, so
  /// this is asked after every handshake.
  var hasAgreedOnHTTP2: Bool {
    guard let ssl else { return false }
    var name: UnsafePointer<UInt8>?
    var length: UInt32 = 0
    SSL_get0_alpn_selected(ssl, &name, &length)
    return UnsafeBufferPointer(start: name, count: Int(length))
      .elementsEqual(OpenSSL.h2Protocols.dropFirst())
  }

  var peerCertificate: PeerCertificate? {
    ssl.flatMap { OpenSSL.peerCertificate(of: $0) }
  }

  func handshake() -> Progress {
    guard let ssl else { return .failed(.closed) }
    ERR_clear_error()
    let result = SSL_do_handshake(ssl)
    if result == 1 { return .done }
    switch SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_READ: return .wantsInput
    case SSL_ERROR_WANT_WRITE: return .wantsOutput
    case SSL_ERROR_ZERO_RETURN: return .failed(.closed)
    case SSL_ERROR_SYSCALL: return .failed(.broken("the peer closed during the TLS handshake"))
    default: return .failed(handshakeFault(ssl))
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> ByteOutcome {
    guard let ssl else { return .ended }
    ERR_clear_error()
    var count = 0
    if SSL_read_ex(ssl, buffer.baseAddress, buffer.count, &count) == 1 { return .bytes(count) }
    return outcome(ssl)
  }

  func write(_ bytes: UnsafeRawBufferPointer) -> ByteOutcome {
    guard let ssl else { return .ended }
    ERR_clear_error()
    var count = 0
    if SSL_write_ex(ssl, bytes.baseAddress, bytes.count, &count) == 1 { return .bytes(count) }
    return outcome(ssl)
  }

  /// Tells the peer that nothing follows.
  func sendCloseNotify() {
    guard let ssl, !isBroken else { return }
    ERR_clear_error()
    SSL_shutdown(ssl)
  }

  private func outcome(_ ssl: OpaquePointer) -> ByteOutcome {
    switch SSL_get_error(ssl, 0) {
    case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .wouldBlock
    case SSL_ERROR_ZERO_RETURN: return .ended
    case SSL_ERROR_SYSCALL:
      isBroken = true
      let code = errno
      return code == 0 ? .ended : .failed(String(cString: strerror(code)))
    default:
      isBroken = true
      return .failed("TLS: \(OpenSSL.errors())")
    }
  }

  private func handshakeFault(_ ssl: OpaquePointer) -> ConnectionFault {
    let verdict = SSL_get_verify_result(ssl)
    let reason = OpenSSL.errors()
    if verdict != Int(X509_V_OK) {
      return .untrusted(
        .untrusted(reason: String(cString: X509_verify_cert_error_string(verdict))))
    }
    return .broken("TLS handshake: \(reason)")
  }
}
