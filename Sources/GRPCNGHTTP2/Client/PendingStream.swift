import GRPCCore

/// A call waiting for a connection with room for it. Belongs to the channel's loop.
struct PendingStream {
  let method: MethodDescriptor
  let options: CallOptions
  let ticket: WaitTicket
  let continuation: CheckedContinuation<ClientStream, any Error>

  /// Whether the call outlasts failed attempts to connect.
  var waitsForReady: Bool { options.waitForReady ?? false }
}
