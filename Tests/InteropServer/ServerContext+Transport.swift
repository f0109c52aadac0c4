import GRPCCore
import GRPCNGHTTP2

extension ServerContext {
  private var stream: ServerStreamContext? { transportSpecific as? ServerStreamContext }

  /// Compression of this call's messages.
  var compression: MessageCompression? { stream?.compression }

  /// Who the client's certificate says it is.
  var clientName: String {
    guard let certificate = stream?.peerCertificate else { return "" }
    return ([certificate.subject] + certificate.names).joined(separator: " ")
  }
}
