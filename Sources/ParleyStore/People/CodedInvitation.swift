package import OpenSSLKit
package import ParleyDomain

/// An invitation that a code opens once: to an account, to a seat in a dispute, or to both.
package struct CodedInvitation: Hashable, Sendable {
  /// A seat in a dispute that comes with it.
  package struct Place: Hashable, Sendable {
    package let dispute: DisputeID
    package let side: Side
    package let counsel: Bool

    package init(dispute: DisputeID, side: Side, counsel: Bool) {
      self.dispute = dispute
      self.side = side
      self.counsel = counsel
    }
  }

  /// The hash of the code; the code itself is never stored.
  package let codeHash: SHA256Digest
  package let organization: OrganizationID?
  package let roles: Set<Role>
  package let place: Place?
  /// For whom, as the inviter wrote it.
  package let name: String
  package let email: String
  /// Nil for the first invitation of a directory.
  package let invitedBy: MemberID?
  package let issuedAt: Instant
  package let expiresAt: Instant
  package let usedBy: MemberID?
  /// Set once used or withdrawn: it opens nothing any more.
  package let endedAt: Instant?

  package init(
    codeHash: SHA256Digest, organization: OrganizationID?, roles: Set<Role>, place: Place?,
    name: String, email: String, invitedBy: MemberID?, issuedAt: Instant, expiresAt: Instant,
    usedBy: MemberID? = nil, endedAt: Instant? = nil
  ) {
    self.codeHash = codeHash
    self.organization = organization
    self.roles = roles
    self.place = place
    self.name = name
    self.email = email
    self.invitedBy = invitedBy
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
    self.usedBy = usedBy
    self.endedAt = endedAt
  }
}
