package import ParleyDomain
import ParleyStore

extension Registrar {
  /// One dispute as the caller sees it. A dispute the caller does not see is `notFound`, exactly as
  /// a missing one.
  package func dispute(_ id: DisputeID, for caller: Caller) async throws -> Sheet {
    if isShort(id) { return try sheet(of: id, for: caller) }
    return try await longRead(for: caller) { [self] in try sheet(of: id, for: caller) }
  }

  /// The same without suspending: for those that are short, and off the loop.
  package func sheet(of id: DisputeID, for caller: Caller) throws -> Sheet {
    try sheet(of: try journal.dispute(id), for: caller, at: journal.now, withVerdicts: true)
  }

  func sheet(
    of docketed: DocketedDispute, for caller: Caller, with stated: Set<Standing>? = nil,
    at now: Instant, withVerdicts: Bool
  ) throws -> Sheet {
    let standings = stated ?? docketed.dispute.standings(of: caller.actor)
    guard let seen = docketed.dispute.seen(with: standings) else { throw Refusal.notFound }
    let visibleHeads = Compartment.all.compactMap { docketed.heads[$0] }.filter {
      sight(of: $0.compartment, for: standings, in: docketed.dispute) != .none
    }
    let given = try given(at: now, for: docketed.dispute)
    let waiting = docketed.dispute.turn(for: standings, given: given)
    return Sheet(
      dispute: seen, standings: standings, etag: Etag.of(docketed, for: standings),
      verdicts: withVerdicts
        ? docketed.dispute.allowedActions(for: caller.actor, given: given) : [],
      zone: zone, profile: given.profile,
      balance: seen.balance(on: zone.date(at: now), given: given), turn: waiting.on,
      dueAt: waiting.dueAt,
      updatedAt: visibleHeads.map(\.filedAt).max() ?? seen.caseFile.createdAt,
      heads: visibleHeads,
      organizationName: names.name(of: seen.caseFile.organization)
        ?? seen.caseFile.organization.text,
      names: names.names(of: people(in: seen)))
  }

  /// Everybody who appears in what is seen.
  private func people(in dispute: Dispute) -> Set<MemberID> {
    var people: Set<MemberID> = [dispute.caseFile.owner]
    people.formUnion(dispute.caseFile.people.map(\.member))
    people.formUnion(dispute.caseFile.neutrals.map(\.member))
    people.formUnion(dispute.approvals.requests.map(\.by))
    for records in dispute.records.values {
      people.formUnion(records.exhibits.compactMap(\.by))
    }
    return people
  }
}
