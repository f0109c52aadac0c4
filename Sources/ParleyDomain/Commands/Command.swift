/// What somebody asks to be done to a dispute. Words (names, contacts, free text) travel beside the
/// facts in ``Filing/words``, never here.
package enum Command: Hashable, Sendable {
  case createDispute(DisputeOpening)
  case fileDispute
  case discardDraft
  case markDeficient
  case cureDeficiency
  case addExhibit(ExhibitOffer)
  case logCall(CallNote)
  case addNote(Compartment)
  /// `readers` are the sides that still read it, besides the arbitrator and the institution.
  case sealExhibit(ExhibitID, readers: Set<Side>)
  case unsealExhibit(ExhibitID)
  case strikeExhibit(ExhibitID)
  /// The claim items it supports, in place of those named before.
  case linkExhibit(ExhibitID, items: [Int])
  case objectToExhibit(ExhibitID, ExhibitObjectionGround)
  /// By the number of the objection.
  case withdrawExhibitObjection(number: Int)
  /// By the number of the objection.
  case ruleOnExhibit(objection: Int, ExhibitRuling)
  /// `cureBy` is the last day to supply what is lacking.
  case noticeDeficiency(ExhibitID, ExhibitLack, cureBy: CivilDate)
  /// The scope is fixed with the proposal.
  case proposeWaiver(WaiverScope)
  /// `ownNotes` counts for the mediator alone: whether the private notes are opened as well.
  case signWaiver(number: Int, ownNotes: Bool)
  case withdrawWaiver(number: Int)
  /// The file is made of the words of the note.
  case publishNote(NoteReference, ExhibitOffer)
  case requestErasure(ErasureTarget, ErasureBasis)
  case grantErasure(Compartment, number: Int)
  case refuseErasure(Compartment, number: Int)
  case sendReminder(Channel)
  case serveDemand(DemandTerms)
  case respond([ItemAnswer])
  case stateContactWishes(ContactWishes)
  case declareImpasse
  case makeOffer(OfferTerms)
  case acceptOffer(number: Int, agreement: DocumentHash)
  case rejectOffer(number: Int)
  case withdrawOffer(number: Int)
  case signAgreement(Signature)
  case electRemedy(Remedy)
  case reinstatePlan
  case openBidding(BiddingTerms, Signature)
  case consentBidding(number: Int, Signature)
  case declineBidding(number: Int)
  case placeBid(number: Int, round: Int, BidPaper)
  case postPayment(Payment)
  case reportPayment(PaymentReport)
  case reversePayment(number: Int)
  case postCharge(Charge)
  /// What was posted otherwise than as a payment; from today where no day is given.
  case reversePosting(PostedSum, on: CivilDate?)
  case proposeMediation
  case consentMediation(groundRules: DocumentHash)
  case declineMediation
  case withdrawMediation
  case declareMediationImpasse
  case reportMediation(MediatorReport)
  case scheduleSession(startsAt: Instant)
  case openSession(number: Int, attending: Set<Side>)
  case adjournSession(number: Int, until: Instant?)
  case endSession(number: Int)
  case openCaucus(session: Int, with: Side)
  case endCaucus(session: Int)
  case addMediationNote(MediationNoteKind)
  case nominateNeutral(MemberID)
  case declineNomination
  case discloseConflicts(ConflictDisclosure)
  case objectToNeutral(ObjectionGround)
  case ruleOnObjection(upheld: Bool)
  case waiveConflict
  case appointNeutral(MemberID)
  case recuseNeutral
  /// `paper` is the consent that both sides name, an exhibit of the case file.
  case consentMedArb(paper: ExhibitID)
  case demandArbitration(ArbitrationDemand)
  case answerDemand([ItemAnswer])
  case requestDefault
  case issueOrder(ProceduralOrder)
  case closeRecord
  case reopenRecord
  case addDeliberationNote
  case issueAward(AwardTerms)
  /// Text alone is corrected: a clerical correction never changes an amount that was decided.
  case correctAward(document: DocumentHash)
  /// A party asks that what all have signed be recorded as an award; once every party has, the
  /// arbitrator learns of it.
  case requestConsentAward
  /// Records what the parties agreed as an award. Its text is the word `award.text`.
  case issueConsentAward(document: DocumentHash)
  /// The arbitrator does not lend an award to it. Why is the word `consentAward.reason`.
  case declineConsentAward
  case setAsideAward([ItemAnswer])
  /// Both sides have to agree to the same, each for itself.
  case agreeAwardBound(AwardBound)
  case fileCounterclaim(CounterclaimTerms)
  case replyCounterclaim(CounterclaimReply)
  case withdrawCounterclaim
  case assessPath(PathChoice)
  case referCollections(contingencyBasisPoints: Int)
  case recallCollections
  case referCounsel
  case recordFiling(CourtRecord)
  case recordService(CourtRecord)
  case recordDismissal(CourtRecord, refused: Bool)
  /// `until` is the last day on which it can be enforced.
  case recordJudgment(
    CourtRecord, amount: Money, until: CivilDate? = nil, interestAfter: InterestPin? = nil)
  case recordRenewal(CourtRecord, until: CivilDate)
  case recordEnforcement(CourtRecord, kind: EnforcementKind, garnishment: Garnishment? = nil)
  case recordSatisfaction(CourtRecord)
  /// A second person of the organization reviews it.
  case changeContractForm(ContractForm)
  case writeOff
  /// `consent` is the respondent's, needed to leave without prejudice after the answer.
  case withdrawDispute(withPrejudice: Bool, consent: ExhibitID? = nil)
  case closeDispute(Outcome)
  case assignOwner(MemberID)
  case inviteParty(Side, counsel: Bool)
  case joinDispute(Side, counsel: Bool)
  case grantApproval(number: Int)
  case refuseApproval(number: Int)
  case placeHold(HoldTerms)
  case liftHold(number: Int)
  case extendDeadline(Extension)
  case amendClaim(ClaimAmendment)
  case amendParty(PartyAmendment)
  case reopenDispute
  case contestRecorded(RecordedActID)
  /// Upheld, the act binds nobody.
  case ruleOnContest(RecordedActID, upheld: Bool)
}
