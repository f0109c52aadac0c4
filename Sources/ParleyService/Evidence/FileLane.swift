import Dispatch

/// Where blocking file work is done, off the event loops.
final class FileLane: Sendable {
  private let queue = DispatchQueue(label: "parley.evidence", attributes: .concurrent)

  /// Runs the work and answers what it answers.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }
}
