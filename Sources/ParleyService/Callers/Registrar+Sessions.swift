import OpenSSLKit
package import ParleyDomain
package import ParleyStore

/// What a code opened.
package struct Enrolment: Sendable {
  /// The secret of a fresh session, told once and never again; nil in a dry run.
  package let token: String?
  package let member: Member
  /// Where the code was for a seat: the change it made.
  package let change: ChangeAnswer?
}

extension Registrar {
  /// Who calls. Throws ``NotSignedIn`` without an open session of an open account.
  package func authenticate(token: String?) throws -> Caller {
    guard let token, token.utf8.count <= 200 else { throw NotSignedIn() }
    return try caller(session: SessionToken.hash(of: token))
  }

  /// Throws when the caller's session has ended since.
  func checkStillOpen(_ caller: Caller) throws {
    _ = try self.caller(session: caller.session)
  }

  private func caller(session hash: SHA256Digest) throws -> Caller {
    try journal.read { registry in
      guard let session = try registry.session(tokenHash: hash), session.endedAt == nil,
        session.expiresAt > SystemClock.now(),
        let actor = try registry.actor(session.member),
        let member = try registry.member(session.member)
      else { throw NotSignedIn() }
      return Caller(
        actor: actor, name: member.name, session: hash, sessionExpiresAt: session.expiresAt)
    }
  }

  /// Turns a one-time code into a session: a new account for an invitation, a seat where the
  /// invitation names a dispute, or a further device for a sign-in code.
  ///
  /// A wrong, used, withdrawn or expired code gets one and the same refusal.
  package func enrol(
    code: String, name: String?, device: String, validateOnly: Bool = false,
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8] = { _ in [] }
  ) async throws -> Enrolment {
    guard let hash = AccessCode.hash(typed: code) else { throw BadCode.refusal }
    let found = try journal.read { try $0.invitation(codeHash: hash) }
    guard let invitation = found, invitation.isOpen(at: SystemClock.now()) else {
      throw BadCode.refusal
    }
    let token = try SessionToken.draw()
    let now = SystemClock.now()
    let member: Member
    var changes: [PeopleChange] = []
    if invitation.isSignIn {
      guard let existing = try journal.read({ try $0.member(email: invitation.email) }),
        existing.revokedAt == nil
      else { throw BadCode.refusal }
      member = existing
    } else {
      if try journal.read({ try $0.member(email: invitation.email) }) != nil {
        throw Refusal.alreadyExists(what: "account")
      }
      member = Member(
        id: MemberID(try Base32Check.random()), organization: invitation.organization,
        name: try NameText.check(name ?? invitation.name, field: "display_name"),
        email: invitation.email, roles: invitation.roles, enrolledAt: now)
      changes.append(.memberEnrolled(member))
    }
    let session = Session(
      tokenHash: token.hash, member: member.id,
      device: try NameText.check(device, field: "device"), openedAt: now,
      expiresAt: now.adding(hours: Int64(ServiceLimits.sessionDays) * 24))
    changes += [.invitationUsed(codeHash: hash, by: member.id), .sessionOpened(session)]
    let change = try await write(
      changes, place: invitation.place, caller: Self.caller(of: member, session: session),
      validateOnly: validateOnly, reply: reply)
    guard !validateOnly else { return Enrolment(token: nil, member: member, change: change) }
    names.note(member)
    return Enrolment(token: token.text, member: member, change: change)
  }

  /// Takes the role or the seat of a further invitation with the caller's account.
  package func join(
    code: String, validateOnly: Bool = false, by caller: Caller,
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8] = { _ in [] }
  ) async throws -> (member: Member, change: ChangeAnswer?) {
    guard let hash = AccessCode.hash(typed: code),
      let invitation = try journal.read({ try $0.invitation(codeHash: hash) }),
      invitation.isOpen(at: SystemClock.now()), !invitation.isSignIn
    else { throw BadCode.refusal }
    guard let member = try journal.read({ try $0.member(caller.actor.member) }) else {
      throw NotSignedIn()
    }
    // A broker of two offices would see the cases of both: another office takes another account.
    guard invitation.organization == nil || invitation.organization == member.organization else {
      throw BadCode.refusal
    }
    let missing = invitation.roles.subtracting(member.roles)
    let joined = Member(
      id: member.id, organization: member.organization, name: member.name, email: member.email,
      roles: member.roles.union(invitation.roles), enrolledAt: member.enrolledAt)
    let change = try await write(
      Role.allCases.filter(missing.contains).map { .roleGranted(member.id, $0) }
        + [.invitationUsed(codeHash: hash, by: member.id)],
      place: invitation.place,
      caller: Caller(
        actor: Actor(member: joined.id, organization: joined.organization, roles: joined.roles),
        name: joined.name, session: caller.session, sessionExpiresAt: caller.sessionExpiresAt),
      validateOnly: validateOnly, reply: reply)
    return (joined, change)
  }

  private static func caller(of member: Member, session: Session) -> Caller {
    Caller(
      actor: Actor(member: member.id, organization: member.organization, roles: member.roles),
      name: member.name, session: session.tokenHash, sessionExpiresAt: session.expiresAt)
  }

  /// Stores the changes, together with the entry that somebody joined a dispute where a seat
  /// comes with them.
  private func write(
    _ changes: [PeopleChange], place: CodedInvitation.Place?, caller: Caller, validateOnly: Bool,
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> ChangeAnswer? {
    do {
      guard let place else {
        _ = try await journal.people(
          PeopleWrite(request: nil, validateOnly: validateOnly) { _ in
            Decision(people: changes) { _ in [] }
          })
        return nil
      }
      let filing = Filing(
        actor: caller.actor, command: .joinDispute(place.side, counsel: place.counsel))
      let answer = try await journal.change(
        Change(dispute: place.dispute, request: nil, validateOnly: validateOnly) {
          docketed, registry in
          Decision(
            entries: try docketed.dispute.decide(
              filing,
              given: try self.given(
                registry, profile: docketed.dispute.caseFile.profile,
                interest: docketed.dispute.caseFile.opening.interest)),
            people: changes,
            reply: { try reply(self.outline($0, for: caller)) })
        })
      return try self.answer(answer, to: caller)
    } catch JournalFault.contradiction {
      // Somebody else used the code at the same moment.
      throw BadCode.refusal
    }
  }

  /// Ends the caller's own session. A repeat finds it ended and is not signed in.
  package func signOut(_ caller: Caller) async throws {
    _ = try await journal.people(
      PeopleWrite(request: nil) { _ in
        Decision(people: [.sessionEnded(tokenHash: caller.session)]) { _ in [] }
      })
  }

  /// The sessions of the caller, the newest first.
  package func sessions(of caller: Caller) throws -> [Session] {
    try journal.read { try $0.sessions(of: caller.actor.member) }
  }

  /// Ends a session of the caller by its public id. A repeat changes nothing.
  package func revokeSession(
    _ id: String, request: PeopleRequest = .plain, by caller: Caller
  ) async throws {
    guard let session = try sessions(of: caller).first(where: { $0.id == id }) else {
      throw Refusal.notFound
    }
    guard session.endedAt == nil, !request.validateOnly else { return }
    _ = try await journal.people(
      PeopleWrite(request: nil) { _ in
        Decision(people: [.sessionEnded(tokenHash: session.tokenHash)]) { _ in [] }
      })
  }
}

extension Session {
  /// The session's public id: the first 12 characters of its token's hash.
  package var id: String { String(tokenHash.hex.prefix(12)) }
}

extension CodedInvitation {
  func isOpen(at now: Instant) -> Bool { endedAt == nil && expiresAt > now }

  /// A code that opens a session of an account that exists.
  var isSignIn: Bool { roles.isEmpty && place == nil }
}

/// The one refusal of codes.
package enum BadCode {
  package static let refusal = Refusal.invalid([
    FieldProblem(
      "code",
      "This code opens nothing: it is mistyped, used, withdrawn or expired. Ask for a new one.")
  ])
}
