extension LifeCycle {
  static let intakeRows: [Row] = [
    row(.createDispute, "T1", by: [.claimant]),
    row(.fileDispute, "T2", by: [.claimant], [Move([.draft], [.filed])]),
    row(.discardDraft, "T32", by: [.claimant], [Move([.draft], [.closed])]),
    row(.markDeficient, "T3", by: [.administrator], [Move([.filed], [.deficient])]),
    row(.cureDeficiency, "T3", by: .claimantSide, [Move([.deficient], [.filed])]),
  ]

  static let recordRows: [Row] = [
    row(
      .addExhibit, "E1",
      by: Set<Standing>.parties.union([.mediator, .arbitrator, .administrator]),
      stays: Set<Status>.open.union([.draft])),
    row(.logCall, "E2", by: .parties, stays: Set<Status>.open.union([.draft])),
    row(.addNote, "E3", by: .parties, stays: Set<Status>.open.union([.draft])),
    row(.sealExhibit, "E4", by: [.arbitrator, .administrator], stays: .open),
    row(.unsealExhibit, "E4", by: [.arbitrator, .administrator], stays: .open),
    row(
      .strikeExhibit, "E5", by: [.arbitrator],
      stays: [.constituted, .evidenceOpen, .recordClosed]),
    row(
      .linkExhibit, "E7", by: .parties, stays: Set<Status>.open.union([.draft])),
    row(.objectToExhibit, "E8", by: .parties, stays: .beforeAward, .possible),
    row(.withdrawExhibitObjection, "E8", by: .parties, stays: .beforeAward, .binding),
    row(
      .ruleOnExhibit, "E9", by: [.arbitrator],
      stays: [.constituted, .evidenceOpen, .recordClosed]),
    row(
      .noticeDeficiency, "E10", by: [.arbitrator, .administrator],
      stays: Set<Status>.open.subtracting(.afterEvidence)),
    row(
      .postPayment, "P1", by: [.claimant], stays: Set<Status>.open.union([.closed])),
    row(
      .reportPayment, "P2", by: .respondentSide, stays: .open, .possible),
    row(
      .postCharge, "P3", by: [.claimant], stays: Set<Status>.open.union([.draft])),
    row(
      .reversePosting, "P4", by: [.claimant],
      stays: Set<Status>.open.union([.draft, .closed])),
    row(
      .reversePayment, "T27", by: [.claimant],
      [
        Move([.closed], .open, goesBack: true),
        Move([.satisfiedPendingRelease], [.judgment, .enforcing], goesBack: true),
      ],
      stays: Set<Status>.open.union([.closed])),
    row(
      .inviteParty, "J1", by: Set<Standing>.parties.union([.administrator]), stays: .open),
    row(.joinDispute, "J2", by: .parties, stays: .open),
  ]

  static let negotiationRows: [Row] = [
    row(
      .sendReminder, "T4", by: .claimantSide, [Move([.filed], [.reminding])],
      stays: [.reminding, .demandServed, .admitted, .contested, .graceExpired]),
    row(
      .serveDemand, "T5", by: .claimantSide,
      [Move([.filed, .reminding, .admitted, .contested, .graceExpired], [.demandServed])]),
    row(
      .respond, "T6", by: .respondentSide,
      [
        Move(
          [.filed, .reminding, .demandServed, .graceExpired, .negotiationImpasse],
          [.admitted, .contested])
      ], .possible),
    row(.stateContactWishes, "C1", by: .respondentSide, stays: .open, .possible),
    row(
      .declareImpasse, "T8", by: .parties,
      [
        Move(
          [.reminding, .demandServed, .admitted, .contested, .graceExpired], [.negotiationImpasse])
      ], .possible),
  ]

  static let settlementRows: [Row] = [
    row(
      .makeOffer, "O1", by: Set<Standing>.parties.union([.mediator]), stays: .open, .possible),
    row(.acceptOffer, "O2", by: .parties, stays: .open, .binding),
    row(.rejectOffer, "O3", by: .parties, stays: .open, .possible),
    row(.withdrawOffer, "O3", by: .parties, stays: .open, .possible),
    row(.signAgreement, "O5", by: .parties, stays: .open, .binding),
    row(.reinstatePlan, "O7", by: [.claimant], stays: .open),
    row(
      .electRemedy, "O8", by: [.claimant],
      [Move(.outsideLegal, [.counselReferred], onDefaultOnly: true)],
      stays: .open),
  ]

  static let mediationRows: [Row] = [
    row(
      .proposeMediation, "T9", by: .parties,
      [
        Move(.negotiationDone, [.mediationProposed]),
        Move(.besideMediation, [.mediationProposed], opensBeside: true),
      ],
      .possible, of: .mediation),
    row(
      .consentMediation, "T10", by: .parties,
      [Move([.mediationProposed], [.mediationConsented])], .binding, of: .mediation),
    row(
      .declineMediation, "T11", by: .parties,
      [Move([.mediationProposed], [.negotiationImpasse])], .possible, of: .mediation),
    row(
      .withdrawMediation, "T14", by: .parties, [Move(.mediating, [.mediationWithdrawn])],
      .possible, of: .mediation),
    row(
      .declareMediationImpasse, "T14", by: [.mediator],
      [Move([.inSession], [.mediationImpasse])], of: .mediation),
    row(
      .reportMediation, "T14", by: [.mediator],
      stays: Set<Status>.open.subtracting([.filed, .deficient]).union([.closed]),
      of: .mediation),
    row(.scheduleSession, "T13", by: [.mediator], stays: [.inSession], of: .mediation),
    row(.openSession, "T13", by: [.mediator], stays: [.inSession], of: .mediation),
    row(.adjournSession, "T13", by: [.mediator], stays: [.inSession], of: .mediation),
    row(.endSession, "T13", by: [.mediator], stays: [.inSession], of: .mediation),
    row(.openCaucus, "T13", by: [.mediator], stays: [.inSession], of: .mediation),
    row(.endCaucus, "T13", by: [.mediator], stays: [.inSession], of: .mediation),
    row(
      .addMediationNote, "T13", by: [.mediator],
      stays: Set<Status>.mediationDone.union([.inSession]), of: .mediation),
  ]

  /// Both kinds of neutral share these; the stage says which seat is meant.
  static let neutralRows: [Row] = [
    row(
      .nominateNeutral, "T12", by: Set<Standing>.parties.union([.administrator]),
      [
        Move([.mediationConsented], [.mediatorNominated]),
        Move([.answered], [.arbitratorNominated], rule: "T17"),
      ],
      .possible, of: .seat),
    row(
      .declineNomination, "T12", by: [.mediatorNominee, .arbitratorNominee],
      .nomineeGone, of: .seat),
    row(
      .discloseConflicts, "T12",
      by: [.mediatorNominee, .arbitratorNominee, .mediator, .arbitrator],
      .nomineeGone,
      stays: Set<Status>.nominated.union(Set<Status>.seated), of: .seat),
    row(
      .objectToNeutral, "T12", by: .parties,
      .nomineeGone + .seatVacated,
      stays: Set<Status>.nominated.union(Set<Status>.seated), .possible, of: .seat),
    row(
      .ruleOnObjection, "T12", by: [.administrator],
      .nomineeGone + .seatVacated,
      stays: Set<Status>.nominated.union(Set<Status>.seated), of: .seat),
    row(.recuseNeutral, "T12", by: [.mediator, .arbitrator], .seatVacated, of: .seat),
    row(.waiveConflict, "T12", by: .parties, stays: .nominated, .binding, of: .seat),
    row(.consentMedArb, "T17", by: .parties, stays: .beforeNomination, .binding),
    row(
      .appointNeutral, "T12", by: Set<Standing>.parties.union([.administrator]),
      [
        Move([.mediatorNominated], [.inSession]),
        Move([.arbitratorNominated], [.constituted], rule: "T17"),
      ],
      stays: .nominated, .binding, of: .seat),
  ]

  static let arbitrationRows: [Row] = [
    row(
      .demandArbitration, "T15", by: .parties,
      [Move(Set<Status>.negotiationDone.union(Set<Status>.mediationDone), [.arbitrationDemanded])]),
    row(
      .answerDemand, "T16", by: .parties,
      [Move([.arbitrationDemanded, .defaultEligible], [.answered])], .possible),
    row(.requestDefault, "T16", by: .parties, [Move([.defaultEligible], [.answered])]),
    row(.agreeAwardBound, "T19", by: .parties, stays: .beforeRecordClosed),
    row(
      .fileCounterclaim, "T16", by: .respondentSide, stays: .counterclaimable, .possible),
    row(.replyCounterclaim, "T16", by: .claimantSide, stays: .counterclaimable),
    row(
      .withdrawCounterclaim, "T16", by: .respondentSide,
      stays: Set<Status>.counterclaimable.union([.recordClosed]), .possible),
    row(
      .issueOrder, "T18", by: [.arbitrator], [Move([.constituted], [.evidenceOpen])],
      stays: [.constituted, .evidenceOpen]),
    row(.closeRecord, "T18", by: [.arbitrator], [Move([.evidenceOpen], [.recordClosed])]),
    row(.reopenRecord, "T18", by: [.arbitrator], [Move([.recordClosed], [.evidenceOpen])]),
    row(
      .addDeliberationNote, "T18", by: [.arbitrator],
      stays: [.constituted, .evidenceOpen, .recordClosed, .awardIssued]),
    row(.issueAward, "T19", by: [.arbitrator], [Move([.recordClosed], [.awardIssued])]),
    row(.requestConsentAward, "T19", by: .parties, stays: .beforeTribunal),
    row(
      .issueConsentAward, "T19", by: [.arbitrator], [Move(.beforeTribunal, [.awardIssued])]),
    row(.declineConsentAward, "T19", by: [.arbitrator], stays: .beforeTribunal),
    row(.correctAward, "T19", by: [.arbitrator], stays: [.awardIssued]),
    row(
      .setAsideAward, "T27", by: .parties,
      [Move([.awardIssued, .awardFinal, .awardUnpaid], [.answered])]),
  ]

  static let legalRows: [Row] = [
    row(.assessPath, "L1", by: [.claimant], stays: .open),
    row(
      .referCollections, "T21", by: [.claimant],
      [
        Move(.referable, [.collectionsPlaced]),
        Move(.defaultedOnly, [.collectionsPlaced], onDefaultOnly: true),
      ]),
    row(
      .recallCollections, "T22", by: .claimantSide,
      [Move([.collectionsPlaced], Set<Status>.referable.union(Set<Status>.defaultedOnly))]),
    row(
      .referCounsel, "T21", by: [.claimant],
      [
        Move(Set<Status>.referable.union([.collectionsPlaced]), [.counselReferred]),
        Move(.defaultedOnly, [.counselReferred], onDefaultOnly: true),
      ]),
    row(
      .recordFiling, "T22", by: .claimantSide, [Move([.counselReferred], [.courtFiled])],
      stays: Set<Status>.open.subtracting([.counselReferred]).subtracting(Set<Status>.inCourt)),
    row(.recordService, "T23", by: .claimantSide, [Move([.courtFiled], [.courtServed])]),
    row(
      .recordDismissal, "T23", by: .claimantSide,
      [Move([.courtFiled, .courtServed], [.counselReferred, .closed])]),
    row(.recordJudgment, "T23", by: .claimantSide, [Move([.courtServed], [.judgment])]),
    row(.recordRenewal, "T23", by: .claimantSide, stays: [.judgment, .enforcing]),
    row(
      .recordEnforcement, "T23", by: .claimantSide, [Move([.judgment], [.enforcing])],
      stays: [.enforcing]),
    row(
      .recordSatisfaction, "T23", by: .claimantSide,
      [Move([.satisfiedPendingRelease], [.closed])]),
  ]

  static let endRows: [Row] = [
    row(.writeOff, "T24", by: [.claimant], [Move(.open, [.closed])]),
    row(.withdrawDispute, "T25", by: .claimantSide, [Move(.open, [.closed])]),
    row(.closeDispute, "T32", by: [.claimant], [Move(.open, [.closed])]),
    row(.assignOwner, "T33", by: [.claimant], stays: Set<Status>.open.union([.draft])),
    row(.grantApproval, "V2", by: [.claimant], stays: .open),
    row(.refuseApproval, "V3", by: [.claimant], stays: .open),
  ]
}

extension LifeCycle {
  static let procedureRows: [Row] = [
    row(.placeHold, "T28", by: [.supervisor, .administrator], stays: .open),
    row(.liftHold, "T28", by: [.supervisor, .administrator], stays: .open),
    row(
      .extendDeadline, "D1",
      by: Set<Standing>.parties.union([.mediator, .arbitrator, .administrator]), stays: .open),
    row(.amendClaim, "T30", by: .claimantSide, stays: .amendable),
    row(.changeContractForm, "K1", by: [.claimant], stays: .amendable),
    row(
      .amendParty, "T30", by: .claimantSide,
      [
        Move(
          [.demandServed, .admitted, .contested, .graceExpired, .negotiationImpasse],
          [.reminding], goesBack: true),
        Move([.defaultEligible], [.arbitrationDemanded], goesBack: true),
      ],
      stays: .amendable),
    row(
      .contestRecorded, "T31", by: .respondentSide,
      [
        Move(
          [.admitted, .contested], [.filed, .reminding, .demandServed, .graceExpired],
          goesBack: true),
        Move([.answered], [.arbitrationDemanded], goesBack: true),
      ],
      stays: .open, .possible),
    row(
      .ruleOnContest, "T31", by: [.administrator],
      [Move(.mediating, [.mediationWithdrawn], goesBack: true)], stays: .open),
    row(
      .reopenDispute, "T27", by: [.claimant], [Move([.closed], .open, goesBack: true)]),
  ]
}

extension [LifeCycle.Move] {
  /// An appointed neutral leaves; the seat is filled again as at first.
  static let seatVacated: [LifeCycle.Move] = [
    LifeCycle.Move([.inSession], [.mediationConsented]),
    LifeCycle.Move([.constituted, .evidenceOpen, .recordClosed], [.answered], rule: "T17"),
  ]

  /// The nominee of either seat steps aside, or an objection is upheld.
  static let nomineeGone: [LifeCycle.Move] = [
    LifeCycle.Move([.mediatorNominated], [.mediationConsented]),
    LifeCycle.Move([.arbitratorNominated], [.answered], rule: "T17"),
  ]
}

extension Set<Status> {
  /// Where an arbitration goes on in which an award is still to be made.
  static let beforeAward: Set<Status> = [
    .arbitrationDemanded, .defaultEligible, .answered, .arbitratorNominated, .constituted,
    .evidenceOpen, .recordClosed,
  ]
  /// Where no more evidence is taken.
  static let afterEvidence: Set<Status> = [.recordClosed, .awardIssued, .awardFinal, .awardUnpaid]
  /// Where a neutral sits.
  static let seated: Set<Status> = [.inSession, .constituted, .evidenceOpen, .recordClosed]
  /// Where nothing has been decided on the claim yet.
  static let amendable = open.subtracting([
    .recordClosed, .awardIssued, .awardFinal, .awardUnpaid, .judgment, .enforcing,
    .satisfiedPendingRelease,
  ])
  /// Where who mediated may still be agreed on as arbitrator: after the mediation has failed, and
  /// before anybody is nominated.
  static let beforeNomination = mediationDone.union([
    .arbitrationDemanded, .defaultEligible, .answered,
  ])
  /// An arbitration in which nothing has been decided.
  static let beforeRecordClosed: Set<Status> = [
    .arbitrationDemanded, .defaultEligible, .answered, .arbitratorNominated, .constituted,
    .evidenceOpen,
  ]
  /// Where a counterclaim is filed and replied to.
  static let counterclaimable: Set<Status> = [
    .answered, .arbitratorNominated, .constituted, .evidenceOpen,
  ]
  static let inCourt: Set<Status> = [
    .courtFiled, .courtServed, .judgment, .enforcing, .satisfiedPendingRelease,
  ]
  static let outsideLegal = open.subtracting(stage(.legal))
  /// Open statuses from which only a settlement in default leads to collections or counsel.
  static let defaultedOnly = outsideLegal.subtracting(referable)
}
