package import ParleyDomain

/// Which disputes to list, for whom, in which order.
package struct DisputeQuery: Hashable, Sendable {
  package enum Order: String, CaseIterable, Sendable {
    /// What changed last comes first.
    case changed = "CHANGED"
    /// What falls due first comes first; what has no due moment comes last.
    case due = "DUE"
  }

  /// Where a page ended: the key of its last row. Carries no authority; whoever hands it out
  /// seals it.
  package struct Cursor: Hashable, Sendable {
    package let key: Int64
    package let dispute: DisputeID

    package init(key: Int64, dispute: DisputeID) {
      self.key = key
      self.dispute = dispute
    }
  }

  /// See ``Viewer/all(for:)``: the caller's, in order of precedence.
  package let viewers: [Viewer]
  /// The caller's own organization: an administrator is not shown its disputes (conflict of
  /// interest), unless as its team.
  package let organization: OrganizationID?
  package var stages: Set<Stage>
  package var statuses: Set<Status>
  package var owner: MemberID?
  /// Only those where it is (or is not) the viewer's move.
  package var waitsOnViewer: Bool?
  /// Only those where it is the move of one of these.
  package var waitsOn: Set<Turn>
  package var dueBefore: Instant?
  package var dueAfter: Instant?
  package var changedAfter: Instant?
  package var order: Order
  package var after: Cursor?
  package var limit: Int

  package init(
    viewers: [Viewer], organization: OrganizationID?, stages: Set<Stage> = [],
    statuses: Set<Status> = [], owner: MemberID? = nil, waitsOnViewer: Bool? = nil,
    waitsOn: Set<Turn> = [], dueBefore: Instant? = nil, dueAfter: Instant? = nil,
    changedAfter: Instant? = nil, order: Order = .changed, after: Cursor? = nil, limit: Int = 50
  ) {
    self.viewers = viewers
    self.organization = organization
    self.stages = stages
    self.statuses = statuses
    self.owner = owner
    self.waitsOnViewer = waitsOnViewer
    self.waitsOn = waitsOn
    self.dueBefore = dueBefore
    self.dueAfter = dueAfter
    self.changedAfter = changedAfter
    self.order = order
    self.after = after
    self.limit = limit
  }
}
