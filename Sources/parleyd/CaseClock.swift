import ParleyService
import ServiceLifecycle

/// Fires deadlines as they fall due, clears away what nobody finished, and has the files of exhibits
/// read, while the process runs.
struct CaseClock: Service {
  let registrar: Registrar
  let readings: ReadingRoom

  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await registrar.runClock() }
          group.addTask { try await registrar.runSweeps() }
          group.addTask { try await readings.run() }
          try await group.waitForAll()
        }
      }
    } catch is CancellationError {
      // Told to stop: what has not fired fires at the next start, with its due instant.
    }
  }
}
