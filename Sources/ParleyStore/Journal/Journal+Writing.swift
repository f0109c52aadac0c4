import GRDB
package import ParleyDomain

extension Journal {
  /// Writes to one dispute. See ``Change`` for the order of things.
  ///
  /// Throws what its closures throw; `Refusal.notFound` for a dispute that is not there;
  /// `Refusal.requestReused(field:)` for a request id used for something else; a ``JournalFault``.
  /// A repeat of what was done answers the first answer and does nothing. It is not given up when
  /// the task is cancelled: what was queued is written and answered.
  package func change(_ change: Change) async throws -> Answer {
    try await submit(.change(change))
  }

  /// Opens a dispute. Throws and repeats as ``change(_:)`` does.
  package func open(_ opening: Opening) async throws -> Answer {
    try await submit(.opening(opening))
  }

  /// Writes about people alone. Throws and repeats as ``change(_:)`` does.
  package func people(_ write: PeopleWrite) async throws -> Answer {
    try await submit(.people(write))
  }

  /// Fires the deadlines of all disputes that are due, those included that only fell due because
  /// another one fired; answers how many disputes were looked at. To be called regularly. A dispute
  /// that cannot be moved on does not hold up the others.
  @discardableResult
  package func fireDue() async throws -> Int {
    var looked = 0
    var after: (wakes: Int64, id: String) = (.min, "")
    while true {
      let due = try dueDisputes(after: after)
      guard let last = due.last else { return looked }
      _ = try await submit(.fire(due.map { DisputeID($0.id) }))
      looked += due.count
      after = last
    }
  }

  /// Moves the clock of a development directory forward, and answers the new time once every
  /// deadline that came due has fired. Refused elsewhere, and for less than one millisecond. A
  /// repeat of the request moves nothing.
  @discardableResult
  package func advanceClock(
    by milliseconds: Int64, request: RequestMark? = nil
  ) async throws -> Instant {
    _ = try await submit(.advanceClock(milliseconds, request: request))
    let reached = now
    try await fireDue()
    return reached
  }

  /// Queues a write and waits until the transaction that holds it has ended.
  func submit(_ work: Work) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      let job = WriteQueue.Job(work: work) { continuation.resume(with: $0) }
      do {
        guard try queue.add(job) else { return }
        writer.asyncWriteWithoutTransaction { db in self.drain(db) }
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }

  private func dueDisputes(
    after: (wakes: Int64, id: String)
  ) throws -> [(wakes: Int64, id: String)] {
    let now = now.milliseconds
    return try readers.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT wakes, id FROM disputes
            WHERE wakes IS NOT NULL AND wakes <= ? AND (wakes, id) > (?, ?)
            ORDER BY wakes, id LIMIT ?
            """), arguments: [now, after.wakes, after.id, Limits.batchWritesMax]
      ).map { ($0["wakes"], $0["id"]) }
    }
  }
}
