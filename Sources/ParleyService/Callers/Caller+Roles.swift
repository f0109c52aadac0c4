package import ParleyDomain

extension Caller {
  /// Refuses a caller who holds none of these roles.
  package func require(_ roles: Role...) throws {
    guard !actor.roles.isDisjoint(with: roles) else { throw RoleRequired(roles: roles) }
  }
}

/// The call takes a role that the caller does not hold.
package struct RoleRequired: Error, Hashable, Sendable {
  package let roles: [Role]
}
