package import ParleyDomain

/// One line of a list of disputes, as its viewer may see it.
package struct DisputeRow: Hashable, Sendable {
  package let id: DisputeID
  package let status: Status
  package let organization: OrganizationID
  package let owner: MemberID
  /// Those whose move it is, as far as this viewer may know.
  package let waitsOn: Set<Turn>
  /// Whether it is the viewer's own move.
  package let waitsOnViewer: Bool
  /// The next deadline this viewer may know of.
  package let dueAt: Instant?
  /// The last entry this viewer sees.
  package let changedAt: Instant
  /// True for who sees only that the dispute exists and moves: an auditor.
  package let headersOnly: Bool

  package init(
    id: DisputeID, status: Status, organization: OrganizationID, owner: MemberID,
    waitsOn: Set<Turn>, waitsOnViewer: Bool, dueAt: Instant?, changedAt: Instant,
    headersOnly: Bool
  ) {
    self.id = id
    self.status = status
    self.organization = organization
    self.owner = owner
    self.waitsOn = waitsOn
    self.waitsOnViewer = waitsOnViewer
    self.dueAt = dueAt
    self.changedAt = changedAt
    self.headersOnly = headersOnly
  }
}
