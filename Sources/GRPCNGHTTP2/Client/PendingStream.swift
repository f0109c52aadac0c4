import GRPCCore

/// A call waiting for a connection with room for it: a new one, or one that is sent anew. Belongs to
/// the channel's loop.
struct PendingStream {
  let ticket: WaitTicket

  /// Whether the call outlasts failed attempts to connect.
  let waitsForReady: Bool

  /// Takes the connection, or learns that there will be none.
  let resume: (Result<ClientConnection, RPCError>) -> Void
}
