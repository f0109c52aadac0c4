package import ParleyDomain

/// Under what a dispute is listed for somebody: the rows of sight are kept for these, not for
/// persons alone, so that a new colleague sees at once what the office sees.
package enum Viewer: Hashable, Sendable {
  /// The claimant's team of an organization.
  case organization(OrganizationID)
  /// Someone with a seat of his own: party, counsel, neutral.
  case member(MemberID)
  /// Administrators; a list leaves out the disputes of the administrator's own organization.
  case administrator
  /// Auditors: of the organization whose disputes they audit, or of the whole server.
  case auditor(OrganizationID?)

  /// As stored: `org:…`, `member:…`, `role:…`.
  package var key: String {
    switch self {
    case .organization(let id): "org:\(id.text)"
    case .member(let id): "member:\(id.text)"
    case .administrator: "role:ADMINISTRATOR"
    case .auditor(nil): "role:AUDITOR"
    case .auditor(let organization?): "role:AUDITOR@\(organization.text)"
    }
  }

  /// All that a person lists under; the most particular first, which also wins where two match.
  package static func all(for actor: Actor) -> [Viewer] {
    var viewers: [Viewer] = [.member(actor.member)]
    if let organization = actor.organization, !actor.roles.isDisjoint(with: [.broker, .supervisor])
    {
      viewers.append(.organization(organization))
    }
    if actor.roles.contains(.administrator) { viewers.append(.administrator) }
    if actor.roles.contains(.auditor) { viewers.append(.auditor(actor.organization)) }
    return viewers
  }
}
