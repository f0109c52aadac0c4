package import ParleyDomain

/// A person with an account.
package struct Member: Hashable, Sendable {
  package let id: MemberID
  /// Nil for clients, neutrals and others who belong to no office.
  package let organization: OrganizationID?
  package let name: String
  /// Unique over the server.
  package let email: String
  package let roles: Set<Role>
  package let enrolledAt: Instant
  /// Set once the account is closed: no session opens any more.
  package let revokedAt: Instant?

  package init(
    id: MemberID, organization: OrganizationID?, name: String, email: String, roles: Set<Role>,
    enrolledAt: Instant, revokedAt: Instant? = nil
  ) {
    self.id = id
    self.organization = organization
    self.name = name
    self.email = email
    self.roles = roles
    self.enrolledAt = enrolledAt
    self.revokedAt = revokedAt
  }
}
