import Synchronization

/// How many batches the write-ahead log has taken since it was last copied back.
final class LogGrowth: Sendable {
  private let batches = Atomic<Int>(0)

  /// Counts one more.
  func grew() -> Int { batches.add(1, ordering: .relaxed).newValue }

  func reset() { batches.store(0, ordering: .relaxed) }
}
