extension Decision {
  /// One side agrees, informed and in writing, that who mediated may be nominated as arbitrator of
  /// the matter (T17): of the last who mediated, on a paper that both sides name. Refuses where the
  /// rules never allow it (FINRA 14107(d)).
  mutating func consentMedArb(_ paper: ExhibitID) throws(Refusal) {
    guard let side else { throw .notFound }
    guard let mediator = caseFile.lastMediator?.member else {
      throw unmet(.noMediator, .consentMedArb)
    }
    try checkProof(paper, .consentMedArb)
    if let other = caseFile.medArbConsents[side.other], other.mediator == mediator,
      other.paper != paper
    {
      throw unmet(.medArbPaperDiffers, .consentMedArb)
    }
    enter(.medArbConsented(by: side, mediator: mediator, paper: paper))
  }

  /// Who mediated is no arbitrator of the matter, unless the rules allow it and all have agreed to
  /// this person; and then only once the mediator's task is over, so that nobody holds both seats
  /// and the notes of the one have ended before the other begins.
  func checkMediator(_ member: MemberID, nominatedFor seat: Seat) throws(Refusal) {
    guard seat == .arbitrator,
      let mediator = caseFile.neutrals.last(where: { $0.hasMediated && $0.member == member })
    else { return }
    guard profile.medArb == .consent else {
      throw unmet(.mediatorOfSameMatter, .nominateNeutral)
    }
    if let missing = Side.allCases.first(where: {
      caseFile.medArbConsents[$0]?.mediator != member
    }) {
      throw unmet(
        .mediatorOfSameMatter, .nominateNeutral,
        next: NextStep(.consentMedArb, by: missing.standing))
    }
    guard mediator.step != .appointed else {
      throw unmet(
        .mediatorNotDischarged, .nominateNeutral,
        next: NextStep(.reportMediation, by: .mediator))
    }
  }
}

extension Dispute {
  func checkMedArb(by side: Side?, given: Given) throws(Refusal) {
    guard given.profile.medArb == .consent else {
      throw unmet(.medArbNotAllowed, .consentMedArb)
    }
    guard let mediator = caseFile.lastMediator else { throw unmet(.noMediator, .consentMedArb) }
    if let side, caseFile.medArbConsents[side]?.mediator == mediator.member {
      throw unmet(.alreadySigned, .consentMedArb)
    }
  }
}

extension Neutral {
  /// Sat as the mediator, and so has heard what is confided to one.
  var hasMediated: Bool {
    seat == .mediator && (step == .appointed || step == .discharged || hasLeft)
  }
}

extension CaseFile {
  var lastMediator: Neutral? { neutrals.last(where: \.hasMediated) }
}
