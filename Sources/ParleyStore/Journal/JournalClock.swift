import ParleyDomain
import Synchronization

/// The time the journal goes by. It never goes back behind the last commit.
final class JournalClock: Sendable {
  private struct State {
    var offset: Int64
    var lastCommitted: Int64
  }

  private let wall: @Sendable () -> Instant
  private let state: Mutex<State>

  init(wall: @escaping @Sendable () -> Instant, offset: Int64, lastCommitted: Int64) {
    self.wall = wall
    state = Mutex(State(offset: offset, lastCommitted: lastCommitted))
  }

  var now: Instant {
    let wall = wall()
    return state.withLock { state in
      max(
        wall.adding(milliseconds: state.offset), Instant(milliseconds: state.lastCommitted))
    }
  }

  var offset: Int64 { state.withLock { $0.offset } }

  /// Called after a COMMIT.
  func committed(at now: Instant, offset: Int64?) {
    state.withLock { state in
      state.lastCommitted = max(state.lastCommitted, now.milliseconds)
      if let offset { state.offset = offset }
    }
  }
}
