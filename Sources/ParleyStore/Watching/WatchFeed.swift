import ParleyDomain

/// Wakes those who wait for entries. It holds no entries: a watcher reads them from the journal, so
/// a slow one costs a place in the order of commits and never a buffer.
package final class WatchFeed: Sendable {
  /// Answers the place of the last entry committed, as soon as it lies after `order`: at once when
  /// it already does. Throws `CancellationError` when the task is cancelled, and
  /// ``JournalFault/stopped`` when the journal closes.
  package func wait(after order: Int64) async throws -> Int64 { throw JournalFault.stopped }
}
