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
  /// Empty in the answer to a repeat, since only its hash is kept, and in that to a dry run.
  package let code: String
  package let expiresAt: Instant
}

extension Registrar {
  /// Founds a brokerage. For administrators; a second one of the same name is refused.
  package func createOrganization(
    name: String, request: PeopleRequest = .plain, by caller: Caller
  ) async throws -> Organization {
    try caller.require(.administrator)
    let organization = Organization(
      id: OrganizationID(try Base32Check.random()), kind: .brokerage,
      name: try NameText.check(name, field: "display_name"), foundedAt: SystemClock.now())
    let answer = try await write(
      [.organizationFounded(organization)], existing: "organization", request, by: caller,
      reply: Array(organization.id.text.utf8))
    if answer.repeated {
      let first = OrganizationID(String(decoding: answer.reply, as: UTF8.self))
      guard let founded = try journal.read({ try $0.organization(first) }) else {
        throw Refusal.notFound
      }
      return founded
    }
    if !request.validateOnly { names.note(organization) }
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
  package func invite(
    _ spec: InvitationSpec, request: PeopleRequest = .plain, by caller: Caller
  ) async throws -> IssuedCode {
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
    return try await issue(code, invitation, request, by: caller)
  }

  /// Stores an invitation or a sign-in code. A repeat answers when the first one's code expires, and no code.
  private func issue(
    _ code: AccessCode, _ invitation: CodedInvitation, _ request: PeopleRequest, by caller: Caller
  ) async throws -> IssuedCode {
    let answer = try await write(
      [.invitationIssued(invitation)], existing: "invitation", request, by: caller,
      reply: Array("\(invitation.expiresAt.milliseconds)".utf8))
    let expires = Int64(String(decoding: answer.reply, as: UTF8.self))
      .map(Instant.init(milliseconds:))
    return IssuedCode(
      code: answer.repeated || request.validateOnly ? "" : code.shown,
      expiresAt: expires ?? invitation.expiresAt)
  }

  /// A code with which a member signs in on a further device: for oneself, or by an administrator
  /// for somebody who has lost every session. Good for a day.
  package func signInCode(
    for member: MemberID, request: PeopleRequest = .plain, by caller: Caller
  ) async throws -> IssuedCode {
    if member != caller.actor.member { try caller.require(.administrator) }
    guard let found = try journal.read({ try $0.member(member) }), found.revokedAt == nil else {
      throw Refusal.notFound
    }
    let code = try AccessCode.draw()
    let invitation = try self.invitation(
      code, organization: nil, roles: [], place: nil, name: found.name, email: found.email,
      by: caller, hours: ServiceLimits.signInCodeHours)
    return try await issue(code, invitation, request, by: caller)
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
      request, by: caller,
      people: { registry in
        // One seat, one code: an earlier one that went to the wrong address opens nothing any more.
        try Self.openCodes(to: request.dispute, in: registry) {
          $0.side == side && $0.counsel == counsel
        } + [.invitationIssued(invitation)]
      }, reply: reply)
    // A repeat cannot tell the code again: only its hash is kept.
    let told =
      answer.repeated || request.validateOnly
      ? nil : IssuedCode(code: code.shown, expiresAt: invitation.expiresAt)
    return (answer, told)
  }

  /// Withdraws the codes for seats of a dispute that were not used yet.
  static func openCodes(
    to dispute: DisputeID, in registry: Registry,
    where isMeant: (CodedInvitation.Place) -> Bool
  ) throws -> [PeopleChange] {
    try registry.invitations(to: dispute)
      .filter { invitation in
        invitation.endedAt == nil && (invitation.place.map(isMeant) ?? false)
      }
      .map { .invitationWithdrawn(codeHash: $0.codeHash) }
  }

  /// One account; nil for none.
  package func member(_ id: MemberID) throws -> Member? {
    try journal.read { try $0.member(id) }
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

  /// Closes an account and ends its sessions. For administrators; not one's own. An account that is
  /// closed already is `notFound`.
  package func closeMember(
    _ member: MemberID, request: PeopleRequest = .plain, by caller: Caller
  ) async throws {
    try caller.require(.administrator)
    guard member != caller.actor.member else {
      throw Refusal.invalid([FieldProblem("name", "Another administrator closes your account.")])
    }
    _ = try await journal.people(
      PeopleWrite(
        request: request.repeatability?.mark(of: caller), validateOnly: request.validateOnly
      ) { registry in
        guard let found = try registry.member(member), found.revokedAt == nil else {
          throw Refusal.notFound
        }
        return Decision(people: [.memberRevoked(member)]) { _ in [] }
      })
  }

  /// States the seats a neutral is listed for on the panel; none takes the neutral off it. For
  /// administrators. A repeat changes nothing.
  package func setPanel(
    _ member: MemberID, seats: Set<Seat>, request: PeopleRequest = .plain, by caller: Caller
  ) async throws {
    try caller.require(.administrator)
    guard let found = try journal.read({ try $0.member(member) }),
      found.revokedAt == nil || seats.isEmpty
    else { throw Refusal.notFound }
    for seat in seats {
      guard found.roles.contains(seat == .mediator ? .mediator : .arbitrator) else {
        throw Refusal.invalid([
          FieldProblem("member", "Only a member invited as \(seat.rawValue) can sit as one.")
        ])
      }
    }
    _ = try await journal.people(
      PeopleWrite(
        request: request.repeatability?.mark(of: caller), validateOnly: request.validateOnly
      ) { registry in
        Decision(
          people: try Seat.allCases.compactMap { seat -> PeopleChange? in
            let isListed = try registry.isOnPanel(member, for: seat)
            guard isListed != seats.contains(seat) else { return nil }
            return isListed ? .panelDelisted(member, seat) : .panelListed(member, seat)
          }
        ) { _ in [] }
      })
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
    place: CodedInvitation.Place?, name: String, email: String, by caller: Caller,
    hours: Int = ServiceLimits.invitationDays * 24
  ) throws -> CodedInvitation {
    let now = SystemClock.now()
    return CodedInvitation(
      codeHash: code.hash, organization: organization, roles: roles, place: place,
      name: try NameText.check(name, field: "display_name"),
      email: try NameText.checkEmail(email, field: "email"), invitedBy: caller.actor.member,
      issuedAt: now, expiresAt: now.adding(hours: Int64(hours)))
  }

  private func write(
    _ changes: [PeopleChange], existing: String, _ request: PeopleRequest, by caller: Caller,
    reply: [UInt8]
  ) async throws -> Answer {
    do {
      return try await journal.people(
        PeopleWrite(
          request: request.repeatability?.mark(of: caller), validateOnly: request.validateOnly
        ) { _ in Decision(people: changes) { _ in reply } })
    } catch JournalFault.contradiction {
      throw Refusal.alreadyExists(what: existing)
    }
  }
}
