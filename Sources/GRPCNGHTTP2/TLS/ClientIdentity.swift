/// The certificate a client shows when the server asks for one. Both files are PEM; the chain begins
/// with the leaf.
public struct ClientIdentity: Sendable, Hashable {
  /// The certificate and those between it and its authority.
  public let certificateChainFile: String

  /// The key that belongs to the certificate.
  public let privateKeyFile: String

  public init(certificateChainFile: String, privateKeyFile: String) {
    self.certificateChainFile = certificateChainFile
    self.privateKeyFile = privateKeyFile
  }
}
