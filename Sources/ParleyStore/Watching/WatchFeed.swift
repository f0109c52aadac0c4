import Synchronization

/// Wakes those who wait for entries. It holds no entries: a watcher reads them from the journal, so
/// a slow one costs a place in the order of commits and never a buffer.
package final class WatchFeed: Sendable {
  private typealias Waiter = CheckedContinuation<Int64, any Error>

  private struct State {
    var last: Int64
    var isClosed = false
    var nextTicket = 0
    var waiters: [Int: (after: Int64, waiter: Waiter)] = [:]
  }

  private let state: Mutex<State>

  init(last: Int64) {
    state = Mutex(State(last: last))
  }

  /// The place of the last entry committed; 0 when there is none.
  package var last: Int64 { state.withLock { $0.last } }

  /// Answers the place of the last entry committed, as soon as it lies after `order`: at once when
  /// it already does. Throws `CancellationError` when the task is cancelled, and
  /// ``JournalFault/stopped`` when the journal closes.
  package func wait(after order: Int64) async throws -> Int64 {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiter in
        let answer: Result<Int64, any Error>? = state.withLock { state in
          // A cancellation before this point found no waiter to wake; here it is seen.
          if Task.isCancelled { return .failure(CancellationError()) }
          if state.last > order { return .success(state.last) }
          if state.isClosed { return .failure(JournalFault.stopped) }
          state.waiters[ticket] = (order, waiter)
          return nil
        }
        if let answer { waiter.resume(with: answer) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.removeValue(forKey: ticket)?.waiter }
      waiter?.resume(throwing: CancellationError())
    }
  }

  /// Tells that all up to `order` is committed.
  func announce(_ order: Int64) {
    let woken = state.withLock { state in
      state.last = max(state.last, order)
      let last = state.last
      let ready = state.waiters.filter { $0.value.after < last }
      for ticket in ready.keys { state.waiters[ticket] = nil }
      return ready.values.map(\.waiter)
    }
    for waiter in woken { waiter.resume(returning: order) }
  }

  /// Ends all waiting.
  func close() {
    let woken = state.withLock { state in
      state.isClosed = true
      defer { state.waiters = [:] }
      return state.waiters.values.map(\.waiter)
    }
    for waiter in woken { waiter.resume(throwing: JournalFault.stopped) }
  }
}
