import GRDB
import ParleyDomain

extension Batch {
  /// Fires what is due in these disputes, and computes anew the rows of those whose turn it is
  /// changes by time alone. The answer's heads are those that moved. A dispute that cannot be moved
  /// on is left as it is.
  mutating func fire(_ disputes: [DisputeID]) throws -> Answer {
    var heads: [ChainHead] = []
    for id in disputes {
      guard let before = try find(id) else { continue }
      var docketing = Docketing(before.docketed, after: order, now: now)
      do {
        try fireDue(&docketing)
      } catch let error as DatabaseError {
        throw error
      } catch {
        continue
      }
      if docketing.rows.isEmpty {
        try store { try $0.refresh(before) }
      } else {
        try store {
          try $0.keep(docketing, before: before)
          try $0.forgetBids(docketing)
        }
        heads += docketing.touched.compactMap { docketing.heads[$0] }
      }
    }
    return Answer(reply: [], dispute: nil, heads: heads, now: now, repeated: false, current: nil)
  }

  /// Fires the deadlines that are due, in due order, each at its own moment. One may set the next,
  /// so they are asked for anew each time.
  func fireDue(_ docketing: inout Docketing) throws {
    for _ in 0..<Limits.deadlinesInARowMax {
      guard let dispute = docketing.dispute,
        let deadline = dispute.dueDeadlines(at: now).first
      else { return }
      let entries = dispute.fire(deadline, given: try world.given(dispute, registry))
      guard !entries.isEmpty else { throw JournalFault.deadlinesUnending }
      for entry in entries { try docketing.append(entry) }
    }
    throw JournalFault.deadlinesUnending
  }

  /// Stores the deadlines alone that fired before a command that was then refused.
  mutating func keepDeadlines(of before: LoadedDispute) throws {
    var docketing = Docketing(before.docketed, after: order, now: now)
    try fireDue(&docketing)
    try store {
      try $0.keep(docketing, before: before)
      try $0.forgetBids(docketing)
    }
  }
}
