import Synchronization

/// Counts, and lets tasks wait for a count.
final class Counter: Sendable {
  private struct State {
    var value = 0
    var waiters: [(least: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  var value: Int { state.withLock { $0.value } }

  func increment() {
    state.withLock { state in
      state.value += 1
      for waiter in state.waiters where waiter.least <= state.value {
        waiter.continuation.resume()
      }
      let value = state.value
      state.waiters.removeAll { $0.least <= value }
    }
  }

  /// Returns once the count is at least `least`.
  func reached(_ least: Int) async {
    await withCheckedContinuation { continuation in
      state.withLock { state in
        if state.value >= least {
          continuation.resume()
        } else {
          state.waiters.append((least, continuation))
        }
      }
    }
  }
}
