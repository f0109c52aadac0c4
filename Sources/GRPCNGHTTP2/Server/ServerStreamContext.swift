public import GRPCCore

/// What the server transport knows of an RPC beyond what GRPCCore carries; found in
/// `ServerContext.transportSpecific`.
public struct ServerStreamContext: ServerContext.TransportSpecific {
  /// When the transport ends the RPC with DEADLINE_EXCEEDED; `nil` when the client set no deadline.
  public let deadline: ContinuousClock.Instant?

  /// Whether the connection is encrypted.
  public let isEncrypted: Bool

  /// What the client showed of itself in the TLS handshake; `nil` when it was not asked or had
  /// nothing to show. Its authority has been checked.
  public let peerCertificate: PeerCertificate?

  /// Compression of this RPC's messages.
  public let compression: MessageCompression

  init(stream: ServerStream) {
    deadline = stream.deadline
    isEncrypted = stream.server.tls != nil
    peerCertificate = stream.server.peerCertificate
    compression = MessageCompression(stream: stream)
  }
}
