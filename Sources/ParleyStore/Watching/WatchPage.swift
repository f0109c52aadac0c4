package import ParleyDomain

/// What a watcher reads at once: all that was committed after a place in the order of commits and
/// concerns its viewers.
package struct WatchPage: Hashable, Sendable {
  /// A dispute came into somebody's sight, or went out of it, or shows more or less than before.
  package struct SightChange: Hashable, Sendable {
    package let dispute: DisputeID
    /// The place in the order of commits after which the new sight holds.
    package let order: Int64

    package init(dispute: DisputeID, order: Int64) {
      self.dispute = dispute
      self.order = order
    }
  }

  /// In order of commits. Those a viewer sees by their header only are among them: the caller
  /// decides by the sight of the dispute how much to show.
  package let entries: [DocketEntry]
  /// In order. A watcher that keeps a place must start the dispute anew.
  package let sightChanges: [SightChange]
  /// How far the journal was read, visible or not: the next place to read from.
  package let through: Int64
  /// True when nothing was left behind this page at the time of reading.
  package let isCurrent: Bool

  package init(
    entries: [DocketEntry], sightChanges: [SightChange], through: Int64, isCurrent: Bool
  ) {
    self.entries = entries
    self.sightChanges = sightChanges
    self.through = through
    self.isCurrent = isCurrent
  }
}
