extension Dispute {
  /// Opens a draft (T1). Refuses with `notPermitted` unless the actor is a broker of an
  /// organization, and with `invalid` naming every problem of the fields at once. A repeat opens
  /// another draft; the request log keeps one request from opening two.
  package static func open(id: DisputeID, filing: Filing, given: Given) throws(Refusal) -> [Entry] {
    guard let organization = filing.actor.organization,
      !filing.actor.roles.isDisjoint(with: [.broker, .supervisor]), filing.recordedFor == nil
    else {
      throw .notPermitted(.createDispute, needs: [.claimant])
    }
    guard case .createDispute(let opening) = filing.command else { throw .notFound }
    try filing.checkShape(
      currency: opening.items.first?.amount.currency, items: [], now: given.now)
    let limitation = try opening.limitation(given: given)
    try opening.checkInterest(given)
    let first = Entry(
      compartment: .caseFile,
      event: .disputeCreated(
        opening, organization: organization, owner: filing.actor.member,
        profile: given.profile.name, limitation: limitation,
        alerts: given.alerts(before: limitation.last, at: given.now) { .limitationAlert($0) }),
      actor: filing.actor.member, effectiveAt: given.now, words: filing.words)
    return [first]
  }
}
