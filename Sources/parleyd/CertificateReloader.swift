import GRPCNGHTTP2
import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the certificate again at SIGHUP, and says what came of it. Open connections keep the one they
/// began with; files that cannot be used change nothing.
struct CertificateReloader: Service {
  let transport: NGHTTP2ServerTransport
  let isCleartext: Bool
  let log: Logger

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      if isCleartext {
        log.notice("SIGHUP: there is no certificate to reload, for this server speaks cleartext")
        continue
      }
      do {
        try transport.reloadCertificate()
        Self.tell(log)
      } catch {
        Self.tell(log, failure: error)
      }
    }
  }

  /// The line about files that are in use from now on.
  static func tell(_ log: Logger) {
    log.notice("certificate reloaded")
  }

  /// The line about files that cannot be used.
  static func tell(_ log: Logger, failure: any Error) {
    log.error(
      "certificate not reloaded, the old one stays in use", metadata: ["reason": "\(failure)"])
  }
}
