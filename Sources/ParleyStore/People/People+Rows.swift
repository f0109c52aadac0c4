import GRDB
import ParleyDomain

extension Organization {
  init(row: Row) throws {
    self.init(
      id: OrganizationID(row["id"]), kind: try row.value("kind"), name: row["name"],
      foundedAt: row.instant("founded_at"))
  }
}

extension Member {
  init(row: Row) throws {
    let organization: String? = row["organization"]
    let roles: String? = row["roles"]
    self.init(
      id: MemberID(row["id"]), organization: organization.map(OrganizationID.init),
      name: row["name"], email: row["email"],
      roles: try Role.set(listed: roles ?? "", in: row, column: "roles"),
      enrolledAt: row.instant("enrolled_at"), revokedAt: row.instantIfAny("revoked_at"))
  }
}

extension Role {
  /// Roles as stored: their names with commas between.
  static func set(listed text: String, in row: Row, column: String) throws -> Set<Role> {
    var roles: Set<Role> = []
    for name in text.split(separator: ",") {
      guard let role = Role(rawValue: String(name)) else { throw row.damaged(column) }
      roles.insert(role)
    }
    return roles
  }
}

extension CodedInvitation {
  init(row: Row) throws {
    let organization: String? = row["organization"]
    let invitedBy: String? = row["invited_by"]
    let usedBy: String? = row["used_by"]
    let dispute: String? = row["dispute"]
    let place = try dispute.map {
      Place(dispute: DisputeID($0), side: try row.value("side"), counsel: row["counsel"])
    }
    self.init(
      codeHash: try row.digest("code_hash"), organization: organization.map(OrganizationID.init),
      roles: try Role.set(listed: row["roles"], in: row, column: "roles"), place: place,
      name: row["name"], email: row["email"], invitedBy: invitedBy.map(MemberID.init),
      issuedAt: row.instant("issued_at"), expiresAt: row.instant("expires_at"),
      usedBy: usedBy.map(MemberID.init), endedAt: row.instantIfAny("ended_at"))
  }
}

extension Session {
  init(row: Row) throws {
    self.init(
      tokenHash: try row.digest("token_hash"), member: MemberID(row["member"]),
      device: row["device"], openedAt: row.instant("opened_at"),
      expiresAt: row.instant("expires_at"), endedAt: row.instantIfAny("ended_at"))
  }
}
