import GRPCNGHTTP2
import Logging
import ServiceLifecycle
import Synchronization

/// Logs what the transport refused or ended. The first of a kind is logged at once; those that follow
/// it are counted and logged together once a minute, so that a flood of connections is none of lines.
/// Nothing of a client is named.
final class IncidentLog: Service {
  private let log: Logger
  private let counters: @Sendable (ServerIncident) -> Int
  private let interval: Duration

  /// What happened since the last line of its kind. A kind is gone after a minute without.
  private let waiting = Mutex<[ServerIncident: Int]>([:])

  /// - Parameters:
  ///   - counters: how often something happened since the start.
  ///   - interval: how often what waits is logged.
  init(
    log: Logger, interval: Duration = .seconds(60),
    counters: @escaping @Sendable (ServerIncident) -> Int
  ) {
    self.log = log
    self.interval = interval
    self.counters = counters
  }

  /// Takes one incident; callable from any thread.
  func note(_ incident: ServerIncident) {
    let isFirst = waiting.withLock { waiting in
      guard let count = waiting[incident] else {
        waiting[incident] = 0
        return true
      }
      waiting[incident] = count + 1
      return false
    }
    if isFirst { line(incident, times: 1) }
  }

  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown { [self] in
        while true {
          try await Task.sleep(for: interval)
          flush()
        }
      }
    } catch is CancellationError {
      flush()
    }
  }

  private func flush() {
    let due = waiting.withLock { waiting in
      let due = waiting.filter { $0.value > 0 }
      waiting = due.mapValues { _ in 0 }
      return due
    }
    for (incident, times) in due.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      line(incident, times: times)
    }
  }

  private func line(_ incident: ServerIncident, times: Int) {
    log.warning(
      "transport",
      metadata: [
        "incident": "\(incident.rawValue)", "times": "\(times)", "total": "\(counters(incident))",
      ])
  }
}
