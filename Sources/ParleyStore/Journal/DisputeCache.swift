import ParleyDomain
import Synchronization

/// Disputes in memory: immutable values, shared by all who read, always those last committed.
///
/// Two generations bound it: when the young one is full it becomes the old one, and what was not
/// asked for since is forgotten.
final class DisputeCache: Sendable {
  private struct State {
    var young: [DisputeID: LoadedDispute] = [:]
    var old: [DisputeID: LoadedDispute] = [:]
    /// Readers that are loading, by what they load: the newest of each.
    var loading: [DisputeID: Int] = [:]
    var nextTicket = 0

    mutating func keep(_ loaded: LoadedDispute, max: Int) {
      if young.count >= max {
        old = young
        young = [:]
      }
      young[loaded.docketed.dispute.id] = loaded
    }
  }

  private let state = Mutex(State())
  private let max: Int

  init(max: Int = Limits.cachedDisputesMax) {
    self.max = max
  }

  func find(_ id: DisputeID) -> LoadedDispute? {
    state.withLock { state in
      if let found = state.young[id] { return found }
      guard let found = state.old[id] else { return nil }
      state.keep(found, max: max)
      return found
    }
  }

  /// Takes what was just committed. A reader that was loading an older state is not believed.
  func publish(_ loaded: some Sequence<LoadedDispute>) {
    state.withLock { state in
      for one in loaded {
        state.loading[one.docketed.dispute.id] = nil
        state.keep(one, max: max)
      }
    }
  }

  /// Announces that a reader starts loading a dispute from disk.
  func beginLoading(_ id: DisputeID) -> Int {
    state.withLock { state in
      state.nextTicket += 1
      state.loading[id] = state.nextTicket
      return state.nextTicket
    }
  }

  /// Keeps what a reader loaded, unless something was committed meanwhile. Nil when it found none.
  func endLoading(_ id: DisputeID, ticket: Int, found: LoadedDispute?) {
    state.withLock { state in
      guard state.loading[id] == ticket else { return }
      state.loading[id] = nil
      if let found { state.keep(found, max: max) }
    }
  }

  func forgetAll() {
    state.withLock { state in
      state.young = [:]
      state.old = [:]
      state.loading = [:]
    }
  }
}
