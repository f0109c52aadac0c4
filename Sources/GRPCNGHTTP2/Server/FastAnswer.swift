public import GRPCCore

/// What a ``FastMethod`` answers.
public enum FastAnswer: Sendable {
  /// The response message, with status OK.
  case message([UInt8], trailing: Metadata = [:])

  /// The call failed.
  case failure(RPCError)

  /// Not for this lane: the call goes to the handler registered with GRPCCore, as if it had come there
  /// at once.
  case deferred
}
