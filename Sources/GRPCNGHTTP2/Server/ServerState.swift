import GRPCCore

/// Where a server transport is in its life, behind its lock.
struct ServerState {
  private enum Stage {
    case idle
    case starting
    case running(ServerListener, CheckedContinuation<Void, any Error>)
    case draining(ServerListener)
    case stopped((any Error)?)
  }

  var methods: [MethodDescriptor] = []
  var identity: ServerIdentity?
  private var stage = Stage.idle
  private var isShuttingDown = false
  private var isAborted = false
  private var waiters: [CheckedContinuation<SocketAddress, any Error>] = []

  /// Enters the start-up; `false` when a shutdown came first, then there is nothing to do.
  mutating func begin() throws -> Bool {
    guard case .idle = stage else {
      throw RPCError(code: .failedPrecondition, message: "The transport was already used.")
    }
    if isShuttingDown {
      finish(.success(()))
      return false
    }
    stage = .starting
    return true
  }

  /// The listener is bound; runs until it is drained.
  mutating func run(
    _ listener: ServerListener, until continuation: CheckedContinuation<Void, any Error>
  ) {
    stage = .running(listener, continuation)
    for waiter in waiters { waiter.resume(returning: listener.address) }
    waiters = []
    listener.start()
    if isAborted { abort() } else if isShuttingDown { beginGracefulShutdown() }
  }

  mutating func beginGracefulShutdown() {
    isShuttingDown = true
    shutDown(abruptly: false)
  }

  mutating func abort() {
    isAborted = true
    if case .draining(let listener) = stage { listener.abort() }
    shutDown(abruptly: true)
  }

  private mutating func shutDown(abruptly: Bool) {
    guard case .running(let listener, let continuation) = stage else { return }
    stage = .draining(listener)
    listener.shutDown(abruptly: abruptly) { continuation.resume() }
  }

  mutating func finish(_ result: Result<Void, any Error>) {
    var cause: (any Error)?
    if case .failure(let error) = result { cause = error }
    stage = .stopped(cause)
    for waiter in waiters { waiter.resume(throwing: cause ?? Self.stoppedError) }
    waiters = []
  }

  mutating func addWaiter(_ continuation: CheckedContinuation<SocketAddress, any Error>) {
    switch stage {
    case .idle, .starting: waiters.append(continuation)
    case .running(let listener, _), .draining(let listener):
      continuation.resume(returning: listener.address)
    case .stopped(let cause): continuation.resume(throwing: cause ?? Self.stoppedError)
    }
  }

  private static let stoppedError = RPCError(
    code: .failedPrecondition, message: "The transport has stopped.")
}
