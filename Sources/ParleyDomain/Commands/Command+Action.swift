extension Command {
  /// The act this command asks for.
  package var action: Action {
    switch self {
    case .createDispute: .createDispute
    case .fileDispute: .fileDispute
    case .discardDraft: .discardDraft
    case .markDeficient: .markDeficient
    case .cureDeficiency: .cureDeficiency
    case .addExhibit: .addExhibit
    case .logCall: .logCall
    case .addNote: .addNote
    case .sealExhibit: .sealExhibit
    case .unsealExhibit: .unsealExhibit
    case .strikeExhibit: .strikeExhibit
    case .linkExhibit: .linkExhibit
    case .changeContractForm: .changeContractForm
    case .objectToExhibit: .objectToExhibit
    case .withdrawExhibitObjection: .withdrawExhibitObjection
    case .ruleOnExhibit: .ruleOnExhibit
    case .noticeDeficiency: .noticeDeficiency
    case .proposeWaiver, .signWaiver, .withdrawWaiver, .publishNote, .requestErasure,
      .grantErasure, .refuseErasure:
      secrecyAction
    case .sendReminder: .sendReminder
    case .serveDemand: .serveDemand
    case .respond: .respond
    case .stateContactWishes: .stateContactWishes
    case .declareImpasse: .declareImpasse
    case .makeOffer: .makeOffer
    case .acceptOffer: .acceptOffer
    case .rejectOffer: .rejectOffer
    case .withdrawOffer: .withdrawOffer
    case .signAgreement: .signAgreement
    case .electRemedy: .electRemedy
    case .reinstatePlan: .reinstatePlan
    case .openBidding: .openBidding
    case .consentBidding: .consentBidding
    case .declineBidding: .declineBidding
    case .placeBid: .placeBid
    case .postPayment: .postPayment
    case .reportPayment: .reportPayment
    case .reversePayment: .reversePayment
    case .postCharge: .postCharge
    case .reversePosting: .reversePosting
    case .proposeMediation: .proposeMediation
    case .consentMediation: .consentMediation
    case .declineMediation: .declineMediation
    case .withdrawMediation: .withdrawMediation
    case .declareMediationImpasse: .declareMediationImpasse
    case .reportMediation: .reportMediation
    case .nominateNeutral: .nominateNeutral
    case .declineNomination: .declineNomination
    case .discloseConflicts: .discloseConflicts
    case .objectToNeutral: .objectToNeutral
    case .ruleOnObjection: .ruleOnObjection
    case .waiveConflict: .waiveConflict
    case .appointNeutral: .appointNeutral
    case .recuseNeutral: .recuseNeutral
    case .consentMedArb: .consentMedArb
    case .demandArbitration: .demandArbitration
    case .answerDemand: .answerDemand
    case .requestDefault: .requestDefault
    case .issueOrder: .issueOrder
    case .closeRecord: .closeRecord
    case .reopenRecord: .reopenRecord
    case .addDeliberationNote: .addDeliberationNote
    case .issueAward: .issueAward
    case .correctAward: .correctAward
    case .requestConsentAward: .requestConsentAward
    case .issueConsentAward: .issueConsentAward
    case .declineConsentAward: .declineConsentAward
    case .setAsideAward: .setAsideAward
    case .scheduleSession, .openSession, .adjournSession, .endSession, .openCaucus, .endCaucus,
      .addMediationNote:
      sessionAction
    case .assessPath, .referCollections, .recallCollections, .referCounsel, .recordFiling,
      .recordService, .recordDismissal, .recordJudgment, .recordRenewal, .recordEnforcement,
      .recordSatisfaction:
      legalAction
    case .writeOff, .withdrawDispute, .closeDispute, .assignOwner, .inviteParty, .joinDispute,
      .grantApproval, .refuseApproval:
      endAction
    case .agreeAwardBound: .agreeAwardBound
    case .fileCounterclaim: .fileCounterclaim
    case .replyCounterclaim: .replyCounterclaim
    case .withdrawCounterclaim: .withdrawCounterclaim
    case .placeHold, .liftHold, .extendDeadline, .amendClaim, .amendParty, .reopenDispute,
      .contestRecorded, .ruleOnContest:
      procedureAction
    }
  }

  private var secrecyAction: Action {
    switch self {
    case .proposeWaiver: .proposeWaiver
    case .signWaiver: .signWaiver
    case .withdrawWaiver: .withdrawWaiver
    case .publishNote: .publishNote
    case .requestErasure: .requestErasure
    case .grantErasure: .grantErasure
    default: .refuseErasure
    }
  }

  private var procedureAction: Action {
    switch self {
    case .placeHold: .placeHold
    case .liftHold: .liftHold
    case .extendDeadline: .extendDeadline
    case .amendClaim: .amendClaim
    case .amendParty: .amendParty
    case .contestRecorded: .contestRecorded
    case .ruleOnContest: .ruleOnContest
    default: .reopenDispute
    }
  }

  private var sessionAction: Action {
    switch self {
    case .scheduleSession: .scheduleSession
    case .openSession: .openSession
    case .adjournSession: .adjournSession
    case .endSession: .endSession
    case .openCaucus: .openCaucus
    case .endCaucus: .endCaucus
    default: .addMediationNote
    }
  }

  private var legalAction: Action {
    switch self {
    case .assessPath: .assessPath
    case .referCollections: .referCollections
    case .recallCollections: .recallCollections
    case .referCounsel: .referCounsel
    case .recordFiling: .recordFiling
    case .recordService: .recordService
    case .recordDismissal: .recordDismissal
    case .recordJudgment: .recordJudgment
    case .recordRenewal: .recordRenewal
    case .recordEnforcement: .recordEnforcement
    default: .recordSatisfaction
    }
  }

  private var endAction: Action {
    switch self {
    case .writeOff: .writeOff
    case .withdrawDispute: .withdrawDispute
    case .closeDispute: .closeDispute
    case .assignOwner: .assignOwner
    case .inviteParty: .inviteParty
    case .joinDispute: .joinDispute
    case .grantApproval: .grantApproval
    default: .refuseApproval
    }
  }
}
