import DocketChain
import Foundation
import GRDB
import OpenSSLKit
import ParleyDomain

extension Batch {
  /// Stores changes to the registers. One that finds nothing to change is a contradiction, so that
  /// a race that was lost ends the write.
  mutating func apply(_ changes: [PeopleChange]) throws {
    for change in changes {
      try apply(change)
    }
  }

  private func apply(_ change: PeopleChange) throws {
    switch change {
    case .organizationFounded(let organization):
      try one(
        "INSERT INTO organizations (id, kind, name, founded_at) VALUES (?, ?, ?, ?)",
        [
          organization.id.text, organization.kind.rawValue, organization.name,
          organization.foundedAt.milliseconds,
        ])
    case .memberEnrolled(let member): try enrol(member)
    case .memberRevoked(let member):
      try one(
        "UPDATE members SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
        [now.milliseconds, member.text])
      try endSessions(of: member)
    case .roleGranted(let member, let role):
      try one(
        "INSERT INTO grants (member, role, granted_at) VALUES (?, ?, ?)",
        [member.text, role.rawValue, now.milliseconds])
    case .roleRevoked(let member, let role):
      try one(
        "DELETE FROM grants WHERE member = ? AND role = ?", [member.text, role.rawValue])
    case .invitationIssued, .invitationUsed, .invitationWithdrawn: try applyInvitation(change)
    case .sessionOpened, .sessionEnded, .sessionsEnded: try applySession(change)
    case .panelListed(let member, let seat):
      try one(
        "INSERT INTO panel (seat, member, listed_at) VALUES (?, ?, ?)",
        [seat.rawValue, member.text, now.milliseconds])
    case .panelDelisted(let member, let seat):
      try one("DELETE FROM panel WHERE seat = ? AND member = ?", [seat.rawValue, member.text])
    case .relationKept(let relation): try keep(relation)
    case .relationEnded(let id, let day):
      try one(
        "UPDATE relations SET ended = ? WHERE id = ? AND ended IS NULL",
        [day.daysSinceEpoch, id])
    case .contractRegistered(let contract): try register(contract)
    case .keyEndorsed(let endorsement):
      try one(
        """
        INSERT INTO keys (id, public_key, recorded_at, endorser, endorsed_at, endorsement)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          endorsement.successorID, Data(endorsement.successor.raw), now.milliseconds,
          endorsement.endorser, Int64(endorsement.endorsedAt), Data(endorsement.signature),
        ])
    }
  }

  private func keep(_ relation: Relation) throws {
    var organization: String?
    var name: String?
    switch relation.counterpart {
    case .organization(let id): organization = id.text
    case .named(let text): name = text
    }
    try one(
      """
      INSERT INTO relations (id, member, kind, organization, name, folded, since, note, kept_by,
        kept_at, ended)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        relation.id, relation.member.text, relation.kind.rawValue, organization, name,
        name.map(Relation.folded), relation.since.daysSinceEpoch, relation.note,
        relation.keptBy.text, relation.keptAt.milliseconds, relation.ended?.daysSinceEpoch,
      ])
  }

  private func register(_ contract: RegisteredContract) throws {
    try one(
      """
      INSERT INTO contracts (organization, number, counterpart, form, type, law, made, terms,
        supersedes, registered_by, registered_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        contract.organization.text, contract.number, contract.counterpart,
        contract.form.rawValue, contract.type.rawValue, contract.law,
        contract.madeOn?.daysSinceEpoch, contract.terms?.hex, contract.supersedes,
        contract.registeredBy.text, contract.registeredAt.milliseconds,
      ])
    for (position, part) in contract.clauses.enumerated() {
      try one(
        """
        INSERT INTO contract_clauses (organization, contract, clause, position, reference)
        VALUES (?, ?, ?, ?, ?)
        """,
        [
          contract.organization.text, contract.number, part.clause.rawValue, position,
          part.reference,
        ])
    }
  }

  private func enrol(_ member: Member) throws {
    try one(
      """
      INSERT INTO members (id, organization, name, email, enrolled_at, revoked_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        member.id.text, member.organization?.text, member.name, member.email,
        member.enrolledAt.milliseconds, member.revokedAt?.milliseconds,
      ])
    for role in member.roles.map(\.rawValue).sorted() {
      try one(
        "INSERT INTO grants (member, role, granted_at) VALUES (?, ?, ?)",
        [member.id.text, role, now.milliseconds])
    }
  }

  private func applyInvitation(_ change: PeopleChange) throws {
    switch change {
    case .invitationIssued(let invitation):
      try one(
        """
        INSERT INTO invitations (code_hash, organization, roles, dispute, side, counsel, name,
          email, invited_by, issued_at, expires_at, used_by, ended_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          invitation.codeHash.blob, invitation.organization?.text,
          invitation.roles.map(\.rawValue).sorted().joined(separator: ","),
          invitation.place?.dispute.text, invitation.place?.side.rawValue,
          invitation.place?.counsel, invitation.name, invitation.email,
          invitation.invitedBy?.text, invitation.issuedAt.milliseconds,
          invitation.expiresAt.milliseconds, invitation.usedBy?.text,
          invitation.endedAt?.milliseconds,
        ])
    case .invitationUsed(let codeHash, let member):
      try one(
        """
        UPDATE invitations SET used_by = ?, ended_at = ?
        WHERE code_hash = ? AND ended_at IS NULL
        """, [member.text, now.milliseconds, codeHash.blob])
    case .invitationWithdrawn(let codeHash):
      try one(
        "UPDATE invitations SET ended_at = ? WHERE code_hash = ? AND ended_at IS NULL",
        [now.milliseconds, codeHash.blob])
    default: break
    }
  }

  private func applySession(_ change: PeopleChange) throws {
    switch change {
    case .sessionOpened(let session):
      try one(
        """
        INSERT INTO sessions (token_hash, member, device, opened_at, expires_at, ended_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          session.tokenHash.blob, session.member.text, session.device,
          session.openedAt.milliseconds, session.expiresAt.milliseconds,
          session.endedAt?.milliseconds,
        ])
    case .sessionEnded(let tokenHash):
      try one(
        "UPDATE sessions SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL",
        [now.milliseconds, tokenHash.blob])
    case .sessionsEnded(let member): try endSessions(of: member)
    default: break
    }
  }

  private func endSessions(of member: MemberID) throws {
    try db.execute(
      sql: "UPDATE sessions SET ended_at = ? WHERE member = ? AND ended_at IS NULL",
      arguments: [now.milliseconds, member.text])
  }

  /// Runs a statement that must change exactly one row.
  private func one(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
    guard db.changesCount == 1 else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "no row to change")
    }
  }
}
