import ParleyDomain
import Synchronization

/// A wall clock that stands where the test puts it, and moves by `tick` each time it is read.
final class TestClock: Sendable {
  static let start = Instant(milliseconds: 1_780_000_000_000)

  private let state: Mutex<(now: Instant, tick: Int64)>

  init(_ start: Instant = TestClock.start, tick: Int64 = 0) {
    state = Mutex((start, tick))
  }

  var now: Instant {
    state.withLock { state in
      defer { state.now = state.now.adding(milliseconds: state.tick) }
      return state.now
    }
  }

  func move(to instant: Instant) {
    state.withLock { $0.now = max($0.now, instant) }
  }

  func advance(days: Int64) {
    advance(hours: 24 * days)
  }

  func advance(hours: Int64) {
    advance(minutes: 60 * hours)
  }

  func advance(minutes: Int64) {
    state.withLock { $0.now = $0.now.adding(milliseconds: 60_000 * minutes) }
  }
}
