/// Who acts: a signed-in person with the grants held in one organization, or the clock.
package struct Actor: Hashable, Sendable {
  package let member: MemberID
  /// Nil for clients, neutrals and others who belong to no brokerage.
  package let organization: OrganizationID?
  package let roles: Set<Role>
  /// True when nobody else of the organization could approve what this person asks for.
  package let isSolePrincipal: Bool

  package init(
    member: MemberID, organization: OrganizationID?, roles: Set<Role>, isSolePrincipal: Bool = false
  ) {
    self.member = member
    self.organization = organization
    self.roles = roles
    self.isSolePrincipal = isSolePrincipal
  }
}
