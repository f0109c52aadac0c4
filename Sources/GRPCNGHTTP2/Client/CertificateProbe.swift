import COpenSSL
import Glibc

/// Fetches a server's certificate without judging it. Blocks, so it works on a thread of its own.
enum CertificateProbe {
  static func probe(host: String, port: Int) throws -> PeerCertificate {
    let descriptor = try Dialer.dial(
      [Endpoint(host: host, port: port)], loopbackOnly: false
    ).descriptor
    defer { Socket.close(descriptor) }
    let context = try TLSContext(verification: nil)
    guard let tls = context.connect(descriptor: descriptor, serverName: host) else {
      throw TLSConfigurationError.library(reason: OpenSSL.errors())
    }
    switch tls.handshake() {
    case .done:
      break
    case .wantsInput, .wantsOutput:
      throw SystemError(operation: "finish the TLS handshake with \(host)", code: ETIMEDOUT)
    case .failed(let fault):
      throw CertificateProbeError(host: host, reason: fault.description)
    }
    defer { tls.sendCloseNotify() }
    guard let certificate = tls.peerCertificate else {
      throw CertificateProbeError(host: host, reason: "the server showed no certificate")
    }
    return certificate
  }
}
