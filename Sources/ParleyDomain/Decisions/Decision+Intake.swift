extension Decision {
  mutating func actOnIntake(_ command: Command, by person: Actor) throws(Refusal) {
    switch command {
    case .fileDispute: move(.disputeFiled, to: .filed, rule: "T2")
    case .discardDraft: close(.discarded, rule: "T32", words: words)
    case .markDeficient:
      move(
        .markedDeficient(cureBy: end(afterDays: profile.cureDays)), to: .deficient, rule: "T3",
        words: words)
    case .cureDeficiency: move(.deficiencyCured, to: .filed, rule: "T3", words: words)
    case .inviteParty(let side, let counsel): try invite(side, counsel: counsel)
    case .joinDispute(let side, let counsel): try join(person, side, counsel: counsel)
    case .assignOwner(let member):
      guard let owner = given.people[member], owner.organization == caseFile.organization,
        !owner.roles.isDisjoint(with: [.broker, .supervisor])
      else { throw unmet(.otherOrganization, .assignOwner) }
      guard member != caseFile.owner else { throw .alreadyExists(what: "owner") }
      enter(.ownerAssigned(member))
    default: break
    }
  }

  /// A side names its own counsel; the respondent is invited by the claimant or the institution.
  private mutating func invite(_ side: Side, counsel: Bool) throws(Refusal) {
    if counsel, let own = self.side, own != side {
      throw .notPermitted(.inviteParty, needs: [side.standing, .administrator])
    }
    if !counsel, self.side == .respondent {
      throw .notPermitted(.inviteParty, needs: [.claimant, .administrator])
    }
    let isSeated = caseFile.people.contains { $0.side == side && $0.counsel == counsel }
    if !counsel, isSeated { throw unmet(.alreadyJoined, .inviteParty) }
    enter(.partyInvited(side, counsel: counsel), words: words)
  }

  /// Takes an offered seat. Nobody sits on both sides, or beside a neutral's seat.
  private mutating func join(_ person: Actor, _ side: Side, counsel: Bool) throws(Refusal) {
    guard !caseFile.people.contains(where: { $0.member == person.member }) else {
      throw unmet(.alreadyJoined, .joinDispute)
    }
    let isOfClaimant = person.organization == caseFile.organization
    let isNeutral = caseFile.neutrals.contains { $0.member == person.member }
    guard !isNeutral, side == .claimant || !isOfClaimant else {
      throw unmet(.conflictOfInterest, .joinDispute)
    }
    enter(.partyJoined(side, person.member, counsel: counsel), words: words)
    beginContest(of: side)
  }
}
