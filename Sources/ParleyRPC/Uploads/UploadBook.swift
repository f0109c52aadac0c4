import ParleyDomain
import ParleyService
import ParleyStore
import Synchronization

/// The uploads that are open, by who sends them and the request id they go by. Whoever comes last
/// under an id writes on: a connection that broke may be noticed here long after its sender has
/// dialled anew. What is not open here any more goes on from disk.
final class UploadBook: Sendable {
  struct Key: Hashable {
    let member: MemberID
    let requestID: String
  }

  /// One upload: where the bytes go, and what is filed when they are there.
  struct Page: Sendable {
    let upload: IncomingUpload
    let spec: UploadSpec
    let repeatability: Repeatability
  }

  /// What an upload became.
  struct Filed: Sendable {
    let exhibit: String
    let byteCount: Int64
  }

  private struct Line {
    let page: Page
    /// Whose turn it is to write; nil while nobody does.
    var turn: Int?
    var touched: ContinuousClock.Instant
  }

  private struct State {
    var turns = 0
    var open: [Key: Line] = [:]
    var filed: [Key: Filed] = [:]
    /// The oldest first.
    var filedInOrder: [Key] = []
  }

  private let state = Mutex(State())

  /// The upload under a key, open in memory; nil for none.
  func find(_ key: Key) -> IncomingUpload? {
    state.withLock { $0.open[key]?.page.upload }
  }

  /// What an upload became; nil where that is not known any more.
  func filed(_ key: Key) -> Filed? {
    state.withLock { $0.filed[key] }
  }

  /// Enters an upload, which whoever does it now writes; answers the turn it was given. Of more than
  /// a member may have open the one that waits longest is given up; refuses where all are being
  /// written.
  func enter(_ page: Page, as key: Key, now: ContinuousClock.Instant) throws -> Int {
    let (turn, dropped) = try state.withLock { state -> (Int, IncomingUpload?) in
      let stale = now - .seconds(ServiceLimits.uploadIdleHours * 3600)
      for (other, line) in state.open where line.turn == nil && line.touched < stale {
        state.open[other] = nil
      }
      let others = state.open.filter { $0.key.member == key.member && $0.key != key }
      var dropped: IncomingUpload?
      if others.count >= ServiceLimits.uploadsPerMemberMax {
        let waiting = others.filter { $0.value.turn == nil }
        guard let oldest = waiting.min(by: { $0.value.touched < $1.value.touched }) else {
          throw Refusal.limitReached(
            name: "uploads_per_member_max", maximum: Int64(ServiceLimits.uploadsPerMemberMax))
        }
        dropped = oldest.value.page.upload
        state.open[oldest.key] = nil
      }
      state.turns += 1
      state.open[key] = Line(page: page, turn: state.turns, touched: now)
      return (state.turns, dropped)
    }
    dropped?.abandon()
    return turn
  }

  /// Takes an upload up again that is open; one that is not is not there.
  func resume(_ key: Key, now: ContinuousClock.Instant) throws -> (page: Page, turn: Int) {
    try state.withLock { state in
      guard let line = state.open[key] else { throw UploadFault.notOpen }
      guard line.page.upload.isOpen else { throw UploadFault.beingFiled }
      state.turns += 1
      state.open[key] = Line(page: line.page, turn: state.turns, touched: now)
      return (line.page, state.turns)
    }
  }

  /// Whether it is still this one's turn to write.
  func isTurn(_ turn: Int, of key: Key) -> Bool {
    state.withLock { $0.open[key]?.turn == turn }
  }

  /// Leaves an upload for later; it is forgotten where it cannot go on. Does nothing where somebody
  /// else writes it by now.
  func leave(_ key: Key, turn: Int, canResume: Bool, now: ContinuousClock.Instant) {
    state.withLock { state in
      guard state.open[key]?.turn == turn else { return }
      guard canResume else {
        state.open[key] = nil
        return
      }
      state.open[key]?.turn = nil
      state.open[key]?.touched = now
    }
  }

  /// Notes that the exhibit is filed, and lets go of the upload.
  func finish(_ key: Key, as filed: Filed) {
    state.withLock { state in
      state.open[key] = nil
      if state.filed.updateValue(filed, forKey: key) == nil { state.filedInOrder.append(key) }
      if state.filedInOrder.count > ServiceLimits.filedUploadsKnownMax {
        state.filed[state.filedInOrder.removeFirst()] = nil
      }
    }
  }
}
