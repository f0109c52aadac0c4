import GRDB
package import ParleyDomain

extension Registry {
  /// The relationships of a member, ended ones too, the oldest on register first.
  package func relations(of member: MemberID) throws -> [Relation] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM relations WHERE member = ? ORDER BY kept_at, id LIMIT ?",
      arguments: [member.text, Limits.relationsPerMemberMax]
    ).map(Relation.init(row:))
  }

  /// Nil when there is none.
  package func relation(_ id: String) throws -> Relation? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM relations WHERE id = ?"), arguments: [id]
    ).map(Relation.init(row:))
  }

  /// What ties a member to the people of a dispute: seats taken elsewhere, and relationships that
  /// last or ended, since a day.
  ///
  /// - Parameter names: what the parties and their people are called.
  package func conflicts(
    of member: MemberID, in dispute: Dispute, since day: CivilDate, at from: Instant,
    names: [String]
  ) throws -> ConflictFindings {
    let people = dispute.caseFile.people
    return ConflictFindings(
      seatsWithClaimant: try seats(
        of: member, elsewhereThan: dispute.id, since: from,
        where: "disputes.organization = ?", [dispute.caseFile.organization.text]),
      seatsWithRespondent: try seats(
        of: member, elsewhereThan: dispute.id, since: from, with: "RESPONDENT",
        people.filter { $0.side == .respondent && !$0.counsel }.map(\.member)),
      seatsWithCounsel: try seats(
        of: member, elsewhereThan: dispute.id, since: from, with: "COUNSEL",
        people.filter(\.counsel).map(\.member)),
      relations: try relations(of: member, to: dispute, names: names, since: day))
  }

  private func relations(
    of member: MemberID, to dispute: Dispute, names: [String], since day: CivilDate
  ) throws -> [RelationKind: Int] {
    let folded = Set(names.map(Relation.folded).filter { !$0.isEmpty })
    let organization = dispute.caseFile.organization
    return try relations(of: member).reduce(into: [:]) { counts, relation in
      guard relation.ended.map({ $0 >= day }) ?? true else { return }
      let isTied =
        switch relation.counterpart {
        case .organization(let id): id == organization
        case .named(let name): folded.contains(Relation.folded(name))
        }
      if isTied { counts[relation.kind, default: 0] += 1 }
    }
  }

  private func seats(
    of member: MemberID, elsewhereThan dispute: DisputeID, since: Instant, with seat: String,
    _ people: [MemberID]
  ) throws -> Int {
    guard !people.isEmpty else { return 0 }
    let marks = people.map { _ in "?" }.joined(separator: ", ")
    return try seats(
      of: member, elsewhereThan: dispute, since: since,
      where: """
        EXISTS (SELECT 1 FROM seats AS others WHERE others.dispute = seats.dispute
          AND others.seat = ? AND others.member IN (\(marks)))
        """, StatementArguments([seat] + people.map(\.text)))
  }

  private func seats(
    of member: MemberID, elsewhereThan dispute: DisputeID, since: Instant,
    where condition: String, _ arguments: StatementArguments
  ) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(DISTINCT seats.dispute) FROM seats
        JOIN disputes ON disputes.id = seats.dispute
        WHERE seats.member = ? AND seats.seat IN ('MEDIATOR', 'ARBITRATOR')
          AND seats.dispute <> ? AND seats.since >= ? AND \(condition)
        """,
      arguments: [member.text, dispute.text, since.milliseconds] + arguments) ?? 0
  }
}

extension Relation {
  init(row: Row) throws {
    let organization: String? = row["organization"]
    let name: String? = row["name"]
    let ended: Int? = row["ended"]
    self.init(
      id: row["id"], member: MemberID(row["member"]), kind: try row.value("kind"),
      counterpart: organization.map { .organization(OrganizationID($0)) } ?? .named(name ?? ""),
      since: CivilDate(daysSinceEpoch: row["since"]), note: row["note"],
      keptBy: MemberID(row["kept_by"]), keptAt: row.instant("kept_at"),
      ended: ended.map(CivilDate.init(daysSinceEpoch:)))
  }
}
