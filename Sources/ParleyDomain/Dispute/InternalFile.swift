/// The claimant's own assessments and approvals.
package struct InternalFile: Hashable, Sendable {
  package var requests: [ApprovalRequest] = []
  package var assessedAt: Instant?
  package var assessment: PathChoice?

  package init() {}
}

/// An act that waits for a second person of the organization.
package struct ApprovalRequest: Hashable, Sendable {
  package enum Step: String, CaseIterable, Sendable {
    case pending = "PENDING"
    case granted = "GRANTED"
    case refused = "REFUSED"
  }

  package let number: Int
  package let act: ApprovalAct
  package let by: MemberID
  package let askedAt: Instant
  /// For an organization of one: when it may act alone.
  package let coolsUntil: Instant?
  package var step: Step
}
