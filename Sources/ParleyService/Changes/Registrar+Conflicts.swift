import ParleyDomain
import ParleyStore

extension Registrar {
  /// What the registers know of who is nominated, or discloses: seats in other disputes of the same
  /// people, and relationships on register.
  func conflicts(
    named filing: Filing, in dispute: Dispute, _ registry: Registry
  ) throws -> [MemberID: ConflictFindings] {
    let member: MemberID
    switch filing.command {
    case .nominateNeutral(let nominee): member = nominee
    case .discloseConflicts: member = filing.actor.member
    default: return [:]
    }
    let profile = try self.profile(of: dispute.id)
    let today = zone.date(at: registry.now)
    let since = today.adding(days: -profile.conflictLookbackDays)
    let words = dispute.records[.caseFile]?.words ?? [:]
    let parties = ["claimant.name", "claimant.contact", "respondent.name", "respondent.contact"]
      .compactMap { words[$0] }
    let people = dispute.caseFile.people.compactMap { names.name(of: $0.member) }
    let organization = names.name(of: dispute.caseFile.organization).map { [$0] } ?? []
    return [
      member: try registry.conflicts(
        of: member, in: dispute, since: since, at: zone.start(of: since),
        names: parties + people + organization)
    ]
  }
}
