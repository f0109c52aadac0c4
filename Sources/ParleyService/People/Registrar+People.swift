import OpenSSLKit
package import ParleyDomain
package import ParleyStore

/// Whom an administrator or a supervisor invites.
package struct InvitationSpec: Hashable, Sendable {
  package let role: Role
  /// For brokers and supervisors.
  package let organization: OrganizationID?
  package let name: String
  package let email: String

  package init(role: Role, organization: OrganizationID?, name: String, email: String) {
    self.role = role
    self.organization = organization
    self.name = name
    self.email = email
  }
}

/// A one-time code, told once.
package struct IssuedCode: Hashable, Sendable {
  package let code: String
  package let expiresAt: Instant
}

extension Registrar {
  /// Founds a brokerage. For administrators; a second one of the same name is refused.
  package func createOrganization(name: String, by caller: Caller) async throws -> Organization {
    try caller.require(.administrator)
    let organization = Organization(
      id: OrganizationID(try Base32Check.random()), kind: .brokerage,
      name: try NameText.check(name, field: "display_name"), foundedAt: SystemClock.now())
    try await write([.organizationFounded(organization)], existing: "organization")
    names.note(organization)
    return organization
  }

  /// The organizations: all for administrators, otherwise one's own.
  package func organizations(for caller: Caller) throws -> [Organization] {
    let all = try journal.read { try $0.organizations() }
    return caller.actor.roles.contains(.administrator)
      ? all : all.filter { $0.id == caller.actor.organization }
  }

  /// Invites somebody to an account. Administrators invite to every role, supervisors brokers and
  /// supervisors of their own organization. Parties are invited to their dispute instead.
  package func invite(_ spec: InvitationSpec, by caller: Caller) async throws -> IssuedCode {
    try caller.require(.administrator, .supervisor)
    let isOffice = spec.role == .broker || spec.role == .supervisor
    if !caller.actor.roles.contains(.administrator) {
      guard isOffice, spec.organization == caller.actor.organization else {
        throw RoleRequired(roles: [.administrator])
      }
    }
    var problems: [FieldProblem] = []
    if isOffice, spec.organization == nil {
      problems.append(FieldProblem("organization", "Name the organization a broker works for."))
    }
    if !isOffice, spec.organization != nil {
      problems.append(
        FieldProblem("organization", "Leave this empty: only brokers belong to an organization."))
    }
    if spec.role == .client || spec.role == .counsel {
      problems.append(
        FieldProblem("role", "Invite a party or its counsel to the dispute: InviteParty."))
    }
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    if let organization = spec.organization {
      guard try journal.read({ try $0.organization(organization) }) != nil else {
        throw Refusal.invalid([FieldProblem("organization", "There is no such organization.")])
      }
    }
    let code = try AccessCode.draw()
    let invitation = try self.invitation(
      code, organization: spec.organization ?? institution(for: spec.role, of: caller),
      roles: [spec.role], place: nil, name: spec.name, email: spec.email, by: caller)
    try await write([.invitationIssued(invitation)], existing: "invitation")
    return IssuedCode(code: code.shown, expiresAt: invitation.expiresAt)
  }

  /// A code with which a member signs in on a further device: for oneself, or by an administrator
  /// for somebody who has lost every session.
  package func signInCode(for member: MemberID, by caller: Caller) async throws -> IssuedCode {
    if member != caller.actor.member { try caller.require(.administrator) }
    guard let found = try journal.read({ try $0.member(member) }), found.revokedAt == nil else {
      throw Refusal.notFound
    }
    let code = try AccessCode.draw()
    let invitation = try self.invitation(
      code, organization: nil, roles: [], place: nil, name: found.name, email: found.email,
      by: caller)
    try await write([.invitationIssued(invitation)], existing: "invitation")
    return IssuedCode(code: code.shown, expiresAt: invitation.expiresAt)
  }

  /// Invites a party or its counsel to its seat in a dispute, and answers the code with the change.
  package func inviteParty(
    _ request: ChangeRequest, side: Side, counsel: Bool, name: String, email: String,
    by caller: Caller, reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> (answer: ChangeAnswer, code: IssuedCode?) {
    let code = try AccessCode.draw()
    let invitation = try self.invitation(
      code, organization: nil, roles: [counsel ? .counsel : .client],
      place: CodedInvitation.Place(dispute: request.dispute, side: side, counsel: counsel),
      name: name, email: email, by: caller)
    let answer = try await change(
      request, by: caller, people: { _ in [.invitationIssued(invitation)] }, reply: reply)
    // A repeat cannot tell the code again: only its hash is kept.
    let told =
      answer.repeated || request.validateOnly
      ? nil : IssuedCode(code: code.shown, expiresAt: invitation.expiresAt)
    return (answer, told)
  }

  /// The accounts: all for administrators, those of the own organization for brokers.
  package func members(after: MemberID?, limit: Int, for caller: Caller) throws -> [Member] {
    if caller.actor.roles.contains(.administrator) {
      return try journal.read { try $0.members(after: after, limit: limit) }
    }
    try caller.require(.broker, .supervisor)
    guard let organization = caller.actor.organization else { return [] }
    return try journal.read { try $0.members(of: organization, after: after, limit: limit) }
  }

  /// Closes an account and ends its sessions. For administrators; not one's own.
  package func revokeMember(_ member: MemberID, by caller: Caller) async throws {
    try caller.require(.administrator)
    guard member != caller.actor.member else {
      throw Refusal.invalid([FieldProblem("name", "Another administrator closes your account.")])
    }
    guard try journal.read({ try $0.member(member) }) != nil else { throw Refusal.notFound }
    try await write([.memberRevoked(member)], existing: "closure")
  }

  /// Lists a neutral on the panel, or takes one off. For administrators.
  package func setPanel(
    _ member: MemberID, seat: Seat, listed: Bool, by caller: Caller
  ) async throws {
    try caller.require(.administrator)
    guard let found = try journal.read({ try $0.member(member) }), found.revokedAt == nil else {
      throw Refusal.notFound
    }
    guard found.roles.contains(seat == .mediator ? .mediator : .arbitrator) else {
      throw Refusal.invalid([
        FieldProblem("member", "Only a member invited as \(seat.rawValue) can sit as one.")
      ])
    }
    try await write(
      [listed ? .panelListed(member, seat) : .panelDelisted(member, seat)],
      existing: "panel entry")
  }

  /// The neutrals on the panel; everybody signed in may see whom one can nominate.
  package func panel(_ seat: Seat) throws -> [Member] {
    try journal.read { registry in try registry.panel(seat).compactMap(registry.member) }
  }

  /// An administrator of an institution belongs to it; other neutrals and auditors to nobody.
  private func institution(for role: Role, of caller: Caller) -> OrganizationID? {
    role == .administrator ? caller.actor.organization : nil
  }

  private func invitation(
    _ code: AccessCode, organization: OrganizationID?, roles: Set<Role>,
    place: CodedInvitation.Place?, name: String, email: String, by caller: Caller
  ) throws -> CodedInvitation {
    let now = SystemClock.now()
    return CodedInvitation(
      codeHash: code.hash, organization: organization, roles: roles, place: place,
      name: try NameText.check(name, field: "display_name"),
      email: try NameText.checkEmail(email, field: "email"), invitedBy: caller.actor.member,
      issuedAt: now, expiresAt: now.adding(hours: Int64(ServiceLimits.invitationDays) * 24))
  }

  private func write(_ changes: [PeopleChange], existing: String) async throws {
    do {
      _ = try await journal.people(
        PeopleWrite(request: nil) { _ in Decision(people: changes) { _ in [] } })
    } catch JournalFault.contradiction {
      throw Refusal.alreadyExists(what: existing)
    }
  }
}
