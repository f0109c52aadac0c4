import Synchronization

/// What waits to be written, in order. Whoever adds to an idle queue starts the writer; the writer
/// goes on until the queue is empty. So a single write waits for nothing, and batches form of what
/// arrives during a commit.
final class WriteQueue: Sendable {
  struct Job: Sendable {
    let work: Work
    /// Called once, after the transaction ended.
    let answer: @Sendable (Result<Answer, any Error>) -> Void
  }

  private struct State {
    var waiting: [Job] = []
    var isWriting = false
    var fault: JournalFault?
  }

  private let state = Mutex(State())

  /// Adds a job. True: the writer must be started. Throws once writing has stopped.
  func add(_ job: Job) throws(JournalFault) -> Bool {
    let result: Result<Bool, JournalFault> = state.withLock { state in
      if let fault = state.fault { return .failure(fault) }
      state.waiting.append(job)
      defer { state.isWriting = true }
      return .success(!state.isWriting)
    }
    return try result.get()
  }

  /// How many writes wait for the batch that is being written.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// The next jobs; none, and the writer is idle again, when nothing waits.
  func take(max: Int) -> [Job] {
    state.withLock { state in
      let jobs = Array(state.waiting.prefix(max))
      state.waiting.removeFirst(jobs.count)
      if jobs.isEmpty { state.isWriting = false }
      return jobs
    }
  }

  /// Takes no more jobs. Answers those that wait, unless they are to be done still; false when
  /// writing had stopped before.
  func stop(_ fault: JournalFault, droppingWaiting: Bool) -> (first: Bool, dropped: [Job]) {
    state.withLock { state in
      let first = state.fault == nil
      if first { state.fault = fault }
      guard droppingWaiting else { return (first, []) }
      defer { state.waiting = [] }
      return (first, state.waiting)
    }
  }
}
