import Synchronization

/// Lets a few go on at once and the others wait for their turn, in order.
final class IntakeQueue: Sendable {
  private struct State {
    var running = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  /// Runs the work in its turn. Refuses when too many wait already.
  func run<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
    try await enter()
    defer { leave() }
    return try await work()
  }

  private func enter() async throws {
    let isFree = try state.withLock { state in
      if state.running < Limits.programsMax {
        state.running += 1
        return true
      }
      guard state.waiting.count < Limits.waitingMax else { throw IntakeFault.busy }
      return false
    }
    if isFree { return }
    await withCheckedContinuation { continuation in
      let goesOn = state.withLock { state in
        // A place may have come free since.
        if state.running < Limits.programsMax {
          state.running += 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if goesOn { continuation.resume() }
    }
  }

  /// The place goes to whoever waits longest.
  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
