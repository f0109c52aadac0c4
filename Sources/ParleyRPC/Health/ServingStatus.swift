import ParleyWire
import Synchronization

/// Whether the service answers, as load balancers and supervisors ask for it. Watchers hear of each
/// change once.
package final class ServingStatus: Sendable {
  private struct State {
    var serving = false
    var watchers: [Int: AsyncStream<Bool>.Continuation] = [:]
    var last = 0
  }

  private let state = Mutex(State())

  package init() {}

  package var isServing: Bool { state.withLock { $0.serving } }

  /// Says whether the service answers. Saying the same again tells nobody.
  package func set(serving: Bool) {
    state.withLock { state in
      guard state.serving != serving else { return }
      state.serving = serving
      for watcher in state.watchers.values { watcher.yield(serving) }
    }
  }

  /// What is so now, and then each change. Of changes that follow each other faster than they are
  /// read, the last one is kept.
  func changes() -> AsyncStream<Bool> {
    let (stream, continuation) = AsyncStream<Bool>.makeStream(bufferingPolicy: .bufferingNewest(1))
    state.withLock { state in
      state.last += 1
      let id = state.last
      state.watchers[id] = continuation
      continuation.onTermination = { [weak self] _ in
        _ = self?.state.withLock { $0.watchers.removeValue(forKey: id) }
      }
      continuation.yield(state.serving)
    }
    return stream
  }
}
