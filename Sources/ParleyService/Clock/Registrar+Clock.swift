import Logging
package import ParleyDomain
import ParleyStore

/// What the clock of the server says.
package struct ClockReading: Hashable, Sendable {
  package let now: Instant
  /// How far it is ahead of real time, in milliseconds.
  package let offset: Int64
  /// Whether it may be advanced: only in a directory made for development.
  package let isForDevelopment: Bool
}

extension Registrar {
  /// The time that cases go by.
  package func clock() -> ClockReading {
    ClockReading(
      now: journal.now, offset: journal.clockOffset,
      isForDevelopment: journal.directory.isForDevelopment)
  }

  /// Moves the case clock forward, in a development directory only; every deadline that came due
  /// has fired when it answers. For administrators.
  package func advanceClock(
    by milliseconds: Int64, request: PeopleRequest = .plain, by caller: Caller
  ) async throws -> ClockReading {
    try caller.require(.administrator)
    guard milliseconds > 0, milliseconds <= ServiceLimits.clockAdvanceMillisecondsMax else {
      throw Refusal.invalid([
        FieldProblem("duration", "Give a time of more than nothing and at most ten years.")
      ])
    }
    guard journal.directory.isForDevelopment else { throw JournalFault.notForDevelopment }
    guard !request.validateOnly else { return clock() }
    try await journal.advanceClock(
      by: milliseconds, request: request.repeatability?.mark(of: caller))
    return clock()
  }

  /// Fires deadlines as they fall due, once a second, until cancelled. A dispute that cannot be
  /// moved on is logged by its id and does not hold up the others.
  package func runClock() async throws {
    while true {
      do {
        let moved = try await journal.fireDue()
        if moved > 0 { log.info("deadlines fired", metadata: ["disputes": "\(moved)"]) }
      } catch let fault as JournalFault {
        log.error("deadlines not fired", metadata: ["fault": "\(fault)"])
        if fault == .stopped { throw fault }
      }
      try await Task.sleep(for: .seconds(1))
    }
  }

  /// Removes uploads that nobody took up again in time, once an hour, until cancelled.
  package func runSweeps() async throws {
    journal.catchUpSearch()
    while true {
      let begun = SystemClock.now().adding(hours: -24 * Int64(ServiceLimits.uploadDays))
      do {
        let swept = try await files.run { [journal] in
          try journal.evidence.sweep(begunBefore: begun)
        }
        if swept > 0 { log.info("unfinished uploads removed", metadata: ["uploads": "\(swept)"]) }
      } catch {
        log.error("unfinished uploads not removed", metadata: ["fault": "\(error)"])
      }
      try await Task.sleep(for: .seconds(3600))
    }
  }
}
