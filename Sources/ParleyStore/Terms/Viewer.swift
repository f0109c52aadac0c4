package import ParleyDomain

/// Under what a dispute is listed for somebody: the rows of sight are kept for these, not for
/// persons alone, so that a new colleague sees at once what the office sees.
package enum Viewer: Hashable, Sendable {
  /// The claimant's team of an organization.
  case organization(OrganizationID)
  /// Someone with a seat of his own: party, counsel, neutral.
  case member(MemberID)
  /// Holders of a role over the whole server: administrators, auditors.
  case role(Role)

  /// As stored: `org:…`, `member:…`, `role:…`.
  package var key: String {
    switch self {
    case .organization(let id): "org:\(id.text)"
    case .member(let id): "member:\(id.text)"
    case .role(let role): "role:\(role.rawValue)"
    }
  }

  /// All that a person lists under; the most particular first, which also wins where two match.
  package static func all(for actor: Actor) -> [Viewer] {
    var viewers: [Viewer] = [.member(actor.member)]
    if let organization = actor.organization, !actor.roles.isDisjoint(with: [.broker, .supervisor])
    {
      viewers.append(.organization(organization))
    }
    for role in [Role.administrator, .auditor] where actor.roles.contains(role) {
      viewers.append(.role(role))
    }
    return viewers
  }
}
