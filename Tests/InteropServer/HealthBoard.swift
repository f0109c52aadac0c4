import InteropWire
import Synchronization

/// The state of each service, and who watches it.
final class HealthBoard: Sendable {
  typealias State = Grpc_Health_V1_HealthCheckResponse.ServingStatus

  private struct Entries {
    var states: [String: State] = ["": .serving, "grpc.testing.TestService": .serving]
    var watchers: [Int: (service: String, tell: AsyncStream<State>.Continuation)] = [:]
    var last = 0
  }

  private let entries = Mutex(Entries())

  func state(of service: String) -> State? { entries.withLock { $0.states[service] } }

  /// Sets a state and tells it to those who watch the service.
  func set(_ state: State, of service: String) {
    entries.withLock { entries in
      entries.states[service] = state
      for watcher in entries.watchers.values where watcher.service == service {
        watcher.tell.yield(state)
      }
    }
  }

  /// The state now, and each later one.
  func states(of service: String) -> AsyncStream<State> {
    AsyncStream { tell in
      let number = entries.withLock { entries in
        entries.last += 1
        entries.watchers[entries.last] = (service, tell)
        tell.yield(entries.states[service] ?? .serviceUnknown)
        return entries.last
      }
      tell.onTermination = { _ in
        self.entries.withLock { _ = $0.watchers.removeValue(forKey: number) }
      }
    }
  }
}
