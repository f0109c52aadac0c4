import GRPCCore

/// A stream whose received parts a task reads. `queue` belongs to the loop; ``nextPart()`` may be
/// called anywhere.
protocol InboundSource: AnyObject, Sendable {
  associatedtype Part: Sendable

  var loop: EventLoop { get }
  var queue: InboundQueue<Part> { get set }

  /// The reader took a part.
  func taken(_ entry: InboundQueue<Part>.Entry)
}

extension InboundSource {
  /// The next part, `nil` at the end.
  ///
  /// Refuses with the stream's failure, or with CANCELLED when the task was cancelled while waiting.
  func nextPart() async throws -> Part? {
    if loop.isCurrent, let taken = queue.take() { return try deliver(taken) }
    let ticket = WaitTicket()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        loop.execute { self.wait(continuation, ticket) }
      }
    } onCancel: {
      loop.execute { self.cancelWait(ticket) }
    }
  }

  /// Hands the next part to a waiting reader, if there are both.
  func wakeReader() {
    guard queue.waiter != nil, let taken = queue.take(), let waiter = queue.takeWaiter() else {
      return
    }
    waiter.resume(with: Result { try deliver(taken) })
  }

  private func deliver(_ taken: InboundQueue<Part>.Taken) throws -> Part? {
    switch taken {
    case .entry(let entry):
      self.taken(entry)
      return entry.part
    case .finished: return nil
    case .failed(let error): throw error
    }
  }

  private func wait(_ continuation: InboundQueue<Part>.Continuation, _ ticket: WaitTicket) {
    if let taken = queue.take() {
      continuation.resume(with: Result { try deliver(taken) })
    } else if ticket.isCancelled {
      continuation.resume(throwing: RPCError(code: .cancelled, message: "The task was cancelled."))
    } else if queue.waiter != nil {
      continuation.resume(
        throwing: RPCError(code: .internalError, message: "A stream has one reader only."))
    } else {
      queue.wait(continuation, ticket)
    }
  }

  private func cancelWait(_ ticket: WaitTicket) {
    ticket.isCancelled = true
    guard queue.waiter?.ticket === ticket, let waiter = queue.takeWaiter() else { return }
    waiter.resume(throwing: RPCError(code: .cancelled, message: "The task was cancelled."))
  }
}
