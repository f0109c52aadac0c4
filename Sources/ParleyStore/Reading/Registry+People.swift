import GRDB
package import OpenSSLKit
package import ParleyDomain

extension Registry {
  /// Nil when there is none.
  package func organization(_ id: OrganizationID) throws -> Organization? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM organizations WHERE id = ?"), arguments: [id.text]
    ).map(Organization.init(row:))
  }

  /// All organizations, by id.
  package func organizations() throws -> [Organization] {
    try Row.fetchAll(db, sql: "SELECT * FROM organizations ORDER BY id")
      .map(Organization.init(row:))
  }

  /// Whether an institution administers on this server.
  package func hasInstitution() throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM organizations WHERE kind = 'INSTITUTION')")) ?? false
  }

  /// Nil when there is none; a revoked account is answered, with the moment it was closed.
  package func member(_ id: MemberID) throws -> Member? {
    try members(where: "id = ?", [id.text]).first
  }

  /// The account under this address; nil when there is none.
  package func member(email: String) throws -> Member? {
    try members(where: "email = ?", [email]).first
  }

  /// The accounts of an organization by id, after `after`.
  package func members(
    of organization: OrganizationID, after: MemberID? = nil, limit: Int = Limits.pageRowsMax
  ) throws -> [Member] {
    try members(
      where: "organization = ? AND id > ? ORDER BY id LIMIT ?",
      [organization.text, after?.text ?? "", page(limit)])
  }

  /// All accounts by id, after `after`.
  package func members(
    after: MemberID? = nil, limit: Int = Limits.pageRowsMax
  ) throws -> [Member] {
    try members(where: "id > ? ORDER BY id LIMIT ?", [after?.text ?? "", page(limit)])
  }

  /// The person as the rules judge: nil when there is no open account.
  package func actor(_ id: MemberID) throws -> Actor? {
    guard let member = try member(id), member.revokedAt == nil else { return nil }
    return Actor(
      member: id, organization: member.organization, roles: member.roles,
      isSolePrincipal: try isSolePrincipal(member))
  }

  /// True when no other open account of the organization could approve.
  private func isSolePrincipal(_ member: Member) throws -> Bool {
    guard let organization = member.organization else { return false }
    let others = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM members JOIN grants ON grants.member = members.id
            WHERE members.organization = ? AND members.id <> ? AND members.revoked_at IS NULL
              AND grants.role IN (?, ?))
          """),
      arguments: [
        organization.text, member.id.text, Role.broker.rawValue, Role.supervisor.rawValue,
      ])
    return others == false
  }

  /// The invitation that this code opens, used, ended or lapsed ones too; nil when there is none.
  package func invitation(codeHash: SHA256Digest) throws -> CodedInvitation? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM invitations WHERE code_hash = ?"),
      arguments: [codeHash.blob]
    ).map(CodedInvitation.init(row:))
  }

  /// The invitations to a seat in this dispute, in order of issue.
  package func invitations(to dispute: DisputeID) throws -> [CodedInvitation] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM invitations WHERE dispute = ? ORDER BY issued_at, code_hash",
      arguments: [dispute.text]
    ).map(CodedInvitation.init(row:))
  }

  /// The session of this token, ended or lapsed ones too; nil when there is none.
  package func session(tokenHash: SHA256Digest) throws -> Session? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM sessions WHERE token_hash = ?"),
      arguments: [tokenHash.blob]
    ).map(Session.init(row:))
  }

  /// The sessions of a member, the newest first.
  package func sessions(of member: MemberID) throws -> [Session] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM sessions WHERE member = ? ORDER BY opened_at DESC, token_hash LIMIT ?",
      arguments: [member.text, Limits.pageRowsMax]
    ).map(Session.init(row:))
  }

  /// The neutrals listed for this seat, by id.
  package func panel(_ seat: Seat) throws -> [MemberID] {
    try String.fetchAll(
      db, sql: "SELECT member FROM panel WHERE seat = ? ORDER BY member",
      arguments: [seat.rawValue]
    ).map(MemberID.init)
  }

  /// Whether this member is listed for this seat.
  package func isOnPanel(_ member: MemberID, for seat: Seat) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM panel WHERE seat = ? AND member = ?)"),
      arguments: [seat.rawValue, member.text]) ?? false
  }

  private func members(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [Member] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT *, (SELECT group_concat(role) FROM grants WHERE member = members.id) AS roles
          FROM members WHERE \(condition)
          """), arguments: arguments)
    return try rows.map(Member.init(row:))
  }

  func page(_ limit: Int) -> Int { min(max(limit, 1), Limits.pageRowsMax) }
}
