package import ParleyDomain

/// Which disputes a caller wants listed.
package struct DisputeListing: Hashable, Sendable {
  package enum Order: String, CaseIterable, Sendable {
    /// What changed last comes first.
    case changed
    /// What falls due first comes first.
    case due
  }

  package var stages: Set<Stage> = []
  package var statuses: Set<Status> = []
  /// Only those where it is the caller's move.
  package var waitingOnMe = false
  package var waitingOn: Set<Turn> = []
  /// Only those the caller owns.
  package var mine = false
  package var dueBefore: Instant?
  package var dueAfter: Instant?
  package var changedAfter: Instant?
  package var order: Order = .changed
  package var limit = 50

  package init() {}
}
