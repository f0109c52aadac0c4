import OpenSSLKit
package import ParleyDomain
package import ParleyStore

/// A relationship to be put on register.
package struct RelationSpec: Hashable, Sendable {
  package let member: MemberID
  package let kind: RelationKind
  package let counterpart: Relation.Counterpart
  package let since: CivilDate
  package let note: String

  package init(
    member: MemberID, kind: RelationKind, counterpart: Relation.Counterpart, since: CivilDate,
    note: String
  ) {
    self.member = member
    self.kind = kind
    self.counterpart = counterpart
    self.since = since
    self.note = note
  }
}

extension Registrar {
  /// Puts a relationship of a neutral on register. Administrators for everybody, a neutral for
  /// oneself. Refuses a day ahead, an organization that does not exist and more than the limit.
  package func keepRelation(
    _ spec: RelationSpec, request: PeopleRequest = .plain, by caller: Caller
  ) async throws -> Relation {
    try checkRelations(of: spec.member, by: caller)
    let now = SystemClock.now()
    guard spec.since <= zone.date(at: now) else {
      throw Refusal.invalid([FieldProblem("since_date", "Must not lie ahead.")])
    }
    let relation = Relation(
      id: try Base32Check.random(), member: spec.member, kind: spec.kind,
      counterpart: spec.counterpart, since: spec.since, note: spec.note,
      keptBy: caller.actor.member, keptAt: now)
    let answer = try await journal.people(
      PeopleWrite(
        request: request.repeatability?.mark(of: caller), validateOnly: request.validateOnly
      ) { registry in
        guard let member = try registry.member(spec.member), member.revokedAt == nil,
          !member.roles.isDisjoint(with: [.mediator, .arbitrator])
        else {
          throw Refusal.invalid([FieldProblem("member", "There is no such neutral.")])
        }
        if case .organization(let id) = spec.counterpart, try registry.organization(id) == nil {
          throw Refusal.invalid([
            FieldProblem("organization", "There is no such organization.")
          ])
        }
        let most = Limits.relationsPerMemberMax
        guard try registry.relations(of: spec.member).count < most else {
          throw Refusal.limitReached(name: "relations_per_member_max", maximum: Int64(most))
        }
        return Decision(people: [.relationKept(relation)]) { _ in Array(relation.id.utf8) }
      })
    guard answer.repeated else { return relation }
    let first = String(decoding: answer.reply, as: UTF8.self)
    guard let kept = try journal.read({ try $0.relation(first) }) else { throw Refusal.notFound }
    return kept
  }

  /// Records that a relationship has ended. A repeat under another request id is refused as lost.
  package func endRelation(
    _ id: String, on day: CivilDate?, request: PeopleRequest = .plain, by caller: Caller
  ) async throws -> Relation {
    let today = zone.date(at: SystemClock.now())
    let ended = day ?? today
    guard ended <= today else {
      throw Refusal.invalid([FieldProblem("end_date", "Must not lie ahead.")])
    }
    _ = try await journal.people(
      PeopleWrite(
        request: request.repeatability?.mark(of: caller), validateOnly: request.validateOnly
      ) { registry in
        let isAdministrator = caller.actor.roles.contains(.administrator)
        guard let relation = try registry.relation(id),
          isAdministrator || relation.member == caller.actor.member
        else { throw Refusal.notFound }
        guard relation.ended == nil else { throw Refusal.alreadyExists(what: "end") }
        guard ended >= relation.since else {
          throw Refusal.invalid([FieldProblem("end_date", "Must not be before it began.")])
        }
        return Decision(people: [.relationEnded(id, on: ended)]) { _ in [] }
      })
    guard let relation = try journal.read({ try $0.relation(id) }) else {
      throw Refusal.notFound
    }
    return relation
  }

  /// The relationships of a neutral. For administrators, and for oneself.
  package func relations(of member: MemberID, for caller: Caller) throws -> [Relation] {
    try checkRelations(of: member, by: caller)
    return try journal.read { try $0.relations(of: member) }
  }

  private func checkRelations(of member: MemberID, by caller: Caller) throws {
    if member != caller.actor.member { try caller.require(.administrator) }
  }
}
