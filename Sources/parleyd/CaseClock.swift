import ParleyService
import ServiceLifecycle

/// Fires deadlines as they fall due while the process runs.
struct CaseClock: Service {
  let registrar: Registrar

  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown { try await registrar.runClock() }
    } catch is CancellationError {
      // Told to stop: what has not fired fires at the next start, with its due instant.
    }
  }
}
