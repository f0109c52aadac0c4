extension Dispute {
  /// What somebody is in this dispute. Empty for a stranger, to whom it does not exist.
  ///
  /// Neutrals stand by their seat, not by their role; a person of the claimant's organization or a
  /// party is never an administrator here, whatever grants that person holds.
  package func standings(of actor: Actor) -> Set<Standing> {
    var result: Set<Standing> = []
    let isOfClaimant = actor.organization == caseFile.organization
    if isOfClaimant, !actor.roles.isDisjoint(with: [.broker, .supervisor]) {
      result.insert(.claimant)
      if actor.roles.contains(.supervisor) { result.insert(.supervisor) }
    }
    for person in caseFile.people where person.member == actor.member {
      result.insert(person.standing)
    }
    for seat in Seat.allCases {
      if let standing = caseFile.neutral(on: seat, member: actor.member)?.standing {
        result.insert(standing)
      }
    }
    if result.isEmpty, actor.roles.contains(.administrator), !isOfClaimant {
      result.insert(.administrator)
    }
    // An auditor of another brokerage has no business here.
    if actor.roles.contains(.auditor), isOfClaimant || actor.organization == nil {
      result.insert(.auditor)
    }
    return result
  }
}

extension PartyMember {
  var standing: Standing {
    switch side {
    case .claimant: counsel ? .claimantCounsel : .claimant
    case .respondent: counsel ? .respondentCounsel : .respondent
    }
  }
}

extension Neutral {
  /// Nil for who stepped aside, was removed or is discharged.
  var standing: Standing? {
    switch step {
    case .nominated, .disclosed, .challenged:
      seat == .mediator ? .mediatorNominee : .arbitratorNominee
    case .appointed: seat == .mediator ? .mediator : .arbitrator
    case .declined, .removed, .discharged, .recused: nil
    }
  }

  var isPending: Bool { step == .nominated || step == .disclosed || step == .challenged }
}

extension CaseFile {
  /// The last nomination for a seat.
  package func neutral(on seat: Seat) -> Neutral? { neutrals.last { $0.seat == seat } }

  func neutral(on seat: Seat, member: MemberID) -> Neutral? {
    neutrals.last { $0.seat == seat && $0.member == member }
  }
}
