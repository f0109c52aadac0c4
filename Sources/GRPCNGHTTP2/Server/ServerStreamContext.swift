public import GRPCCore

/// What the server transport knows of an RPC beyond what GRPCCore carries; found in
/// `ServerContext.transportSpecific`.
public struct ServerStreamContext: ServerContext.TransportSpecific {
  /// When the transport ends the RPC with DEADLINE_EXCEEDED; `nil` when the client set no deadline.
  public let deadline: ContinuousClock.Instant?

  /// Whether the connection is encrypted.
  public let isEncrypted: Bool

}
