extension Dispute {
  /// The entries that a filing makes, or the one reason why it makes none. Checks in the fixed
  /// order: visible, permitted, shape, stage, rule. Entries that follow from the act (an agreement
  /// concluded when all have signed, a case closed when all is paid) are among them.
  ///
  /// Whoever calls has fired the deadlines that are due; what a deadline would have ended counts
  /// as ended here all the same.
  package func decide(_ filing: Filing, given: Given) throws(Refusal) -> [Entry] {
    try checkAccess(filing, given: given)
    try checkShape(filing, given: given)
    let action = filing.command.action
    var standings = standings(of: filing.actor)
    if let act = filing.recordedFor {
      try checkWho(action, filing.actor, [act.side.standing], given: given)
      try checkRecorded(act, filing.command, by: standings)
      standings = [act.side.standing]
    }
    try checkStage(action, by: standings, given: given)
    var decision = Decision(self, filing: filing, standings: standings, given: given)
    try decision.act(filing.command.placed(in: caseFile), by: filing.actor)
    decision.followLimitation()
    decision.follow()
    return decision.entries
  }

  /// An act recorded for a party (T31): only for one without an account, only on paper that is
  /// filed, and what binds only by somebody who gains nothing from it.
  private func checkRecorded(
    _ act: RecordedAct, _ command: Command, by recorder: Set<Standing>
  ) throws(Refusal) {
    let action = command.action
    guard let row = LifeCycle.row(of: action) else { throw .notFound }
    guard act.side == .respondent, !caseFile.people.contains(where: { $0.side == act.side })
    else { throw unmet(.partyHasAccount, action) }
    if case .binding = row.recording, recorder.isDisjoint(with: [.mediator, .administrator]) {
      throw unmet(
        .bindingActNeedsNeutral, action, next: NextStep(action, by: .administrator))
    }
    var place: Compartment = row.rule.hasPrefix("O") ? .settlement : .caseFile
    if case .contestRecorded(let id) = command { place = id.compartment }
    guard act.exhibit.compartment == .caseFile || act.exhibit.compartment == place,
      exhibit(act.exhibit) != nil
    else {
      throw unmet(.documentMissing, action, next: NextStep(.addExhibit, by: .claimant))
    }
  }

  /// What the clock enters when a deadline falls due, in effect at that instant. Nothing when the
  /// deadline is not running (any more), so firing twice does no harm.
  package func fire(_ deadline: Deadline, given: Given) -> [Entry] {
    guard deadline.kind.fires, deadline.dueAt <= given.now,
      (deadline.kind.isAlert ? alerts : deadlines).contains(deadline)
    else { return [] }
    var decision = Decision(self, dueAt: deadline.dueAt, given: given)
    decision.fall(deadline.kind)
    decision.follow()
    return decision.entries
  }
}

extension Decision {
  mutating func act(_ command: Command, by person: Actor) throws(Refusal) {
    switch command {
    case .createDispute: throw .alreadyExists(what: "dispute")
    case .fileDispute, .discardDraft, .markDeficient, .cureDeficiency, .inviteParty, .joinDispute,
      .assignOwner:
      try actOnIntake(command, by: person)
    case .addExhibit, .publishNote, .logCall, .addNote, .sealExhibit, .unsealExhibit,
      .strikeExhibit:
      try actOnRecord(command)
    case .changeContractForm(let form): try changeContractForm(to: form, by: person)
    case .linkExhibit, .objectToExhibit, .withdrawExhibitObjection, .ruleOnExhibit,
      .noticeDeficiency:
      try actOnExhibit(command)
    case .proposeWaiver, .signWaiver, .withdrawWaiver: try actOnWaiver(command)
    case .requestErasure, .grantErasure, .refuseErasure:
      try actOnErasure(command, by: person)
    case .sendReminder, .serveDemand, .respond, .stateContactWishes, .declareImpasse:
      try actOnNegotiation(command)
    case .makeOffer, .acceptOffer, .rejectOffer, .withdrawOffer, .signAgreement, .electRemedy,
      .reinstatePlan:
      try actOnSettlement(command, by: person)
    case .openBidding, .consentBidding, .declineBidding, .placeBid:
      try actOnBidding(command, by: person)
    case .postPayment, .reportPayment, .reversePayment, .postCharge, .reversePosting:
      try actOnMoney(command)
    case .proposeMediation, .consentMediation, .declineMediation, .withdrawMediation,
      .declareMediationImpasse, .reportMediation:
      try actOnMediation(command)
    case .scheduleSession, .openSession, .adjournSession, .endSession, .openCaucus, .endCaucus,
      .addMediationNote:
      try actOnSession(command)
    case .nominateNeutral, .declineNomination, .discloseConflicts, .objectToNeutral,
      .ruleOnObjection, .waiveConflict, .appointNeutral, .recuseNeutral:
      try actOnNeutral(command)
    case .consentMedArb(let paper): try consentMedArb(paper)
    case .fileCounterclaim, .replyCounterclaim, .withdrawCounterclaim:
      try actOnCounterclaim(command)
    case .contestRecorded(let id): try contest(id)
    case .ruleOnContest(let id, let upheld): try ruleOnContest(id, upheld: upheld)
    case .agreeAwardBound(let bound): try agree(bound)
    case .demandArbitration, .answerDemand, .requestDefault, .issueOrder, .closeRecord,
      .reopenRecord, .addDeliberationNote, .issueAward, .correctAward, .setAsideAward:
      try actOnArbitration(command)
    case .requestConsentAward: try requestConsentAward()
    case .issueConsentAward(let document): try issueConsentAward(document)
    case .declineConsentAward: enter(.consentAwardDeclined, words: words)
    case .assessPath, .referCollections, .recallCollections, .referCounsel, .recordFiling,
      .recordService, .recordDismissal, .recordJudgment, .recordRenewal, .recordEnforcement,
      .recordSatisfaction:
      try actOnLegal(command, by: person)
    case .writeOff, .withdrawDispute, .closeDispute: try actOnEnd(command, by: person)
    case .grantApproval, .refuseApproval: try actOnApproval(command, by: person)
    case .placeHold, .liftHold, .extendDeadline, .amendClaim, .amendParty, .reopenDispute:
      try actOnProcedure(command)
    }
  }
}

extension Command {
  /// The same, written where it goes now: to the compartments of the present tenure.
  fileprivate func placed(in file: CaseFile) -> Command {
    switch self {
    case .addExhibit(let offer):
      .addExhibit(
        offer.moved(to: file.current(offer.compartment) ?? offer.compartment, withLetter: true))
    case .addNote(let place): .addNote(file.current(place) ?? place)
    default: self
    }
  }
}
