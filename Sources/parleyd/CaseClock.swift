import ParleyService
import ServiceLifecycle

/// Fires deadlines as they fall due, and clears away what nobody finished, while the process runs.
struct CaseClock: Service {
  let registrar: Registrar

  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await registrar.runClock() }
          group.addTask { try await registrar.runSweeps() }
          try await group.waitForAll()
        }
      }
    } catch is CancellationError {
      // Told to stop: what has not fired fires at the next start, with its due instant.
    }
  }
}
