import GRPCCore

/// Streams that last until somebody ends them.
enum RPCEnding {
  /// Runs the body until it returns or the RPC is over, by its caller or because the server stops.
  static func race(
    _ context: ServerContext, _ body: @escaping @Sendable () async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await body() }
      group.addTask { try await context.cancellation.cancelled }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}
