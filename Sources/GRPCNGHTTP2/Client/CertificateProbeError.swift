/// A server's certificate could not be fetched.
public struct CertificateProbeError: Error, Sendable, CustomStringConvertible {
  /// The server's name as given.
  public let host: String

  /// What went wrong.
  public let reason: String

  init(host: String, reason: String) {
    self.host = host
    self.reason = reason
  }

  public var description: String { "cannot fetch the certificate of \(host): \(reason)" }
}
