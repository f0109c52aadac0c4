/// What happened to a dispute: the facts that its state is folded from. Never changed, only added to.
package enum Event: Hashable, Sendable {
  // Intake
  case disputeCreated(
    DisputeOpening, organization: OrganizationID, owner: MemberID, profile: String,
    limitation: Limitation, alerts: [RestartedClock] = [])
  case disputeFiled
  case markedDeficient(cureBy: Instant)
  case deficiencyCured
  // Evidence and contact
  case exhibitAdded(ExhibitOffer, number: Int, late: Bool)
  case callLogged(CallNote, number: Int, by: Side)
  case noteAdded
  /// Split off from a call, so that each can be shown without the other.
  case promiseNoted(CallPromise, number: Int, of: NoteReference)
  case callOfferNoted(CallOffer, number: Int, of: NoteReference)
  case exhibitSealed(ExhibitID, readers: Set<Side>)
  case exhibitUnsealed(ExhibitID)
  case exhibitStruck(ExhibitID)
  /// An exhibit elsewhere was made of one that stands here; told here alone.
  case renditionFiled(RenditionKind, of: ExhibitID, as: ExhibitID)
  case exhibitLinked(ExhibitID, items: [Int])
  case exhibitObjected(ExhibitID, ExhibitObjectionGround, number: Int, by: Side)
  /// Taken back by the side that raised it.
  case exhibitObjectionWithdrawn(ExhibitID, objection: Int, by: Side)
  case exhibitRuled(ExhibitID, objection: Int, ExhibitRuling)
  case deficiencyNoticed(ExhibitID, ExhibitLack, number: Int, cureBy: Instant)
  /// What an exhibit lacks was not supplied in time.
  case exhibitDeficiencyLapsed(number: Int)
  // Secrecy: waivers of the mediation privilege, and erasure
  case waiverProposed(number: Int, by: Side, whole: Bool, items: [MediationItem])
  case waiverSigned(number: Int, WaiverSignature)
  case waiverWithdrawn(number: Int, by: Side)
  /// Every party has signed, or the mediator joined afterwards: these were filed in the case now.
  case waiverTookEffect(number: Int, caseNumber: Int, items: [MediationItem])
  /// As the case file knows it.
  case privilegeWaived(number: Int, whole: Bool, byMediator: Bool)
  /// A copy of an exhibit of the mediation, or a paper about it.
  case exhibitAdmitted(
    ExhibitOffer, number: Int, late: Bool, waiver: Int, from: Compartment)
  case communicationAdmitted(
    number: Int, waiver: Int, kind: NoteKind, by: Author, madeAt: Instant)
  /// An exhibit of the case was made of a note; told where the note stands.
  case notePublished(NoteReference, exhibit: ExhibitID)
  case erasureRequested(
    number: Int, sequence: Int64, exhibit: ExhibitID?, basis: ErasureBasis, by: Author)
  case erasureRefused(number: Int)
  case wordsErased(
    number: Int, sequence: Int64, exhibit: ExhibitID?, basis: ErasureBasis, askedBy: MemberID)
  // Negotiation
  /// `ladder` are the reminders that follow from the first one.
  case reminderSent(Channel, number: Int, ladder: [RestartedClock] = [])
  case remindersPaused(until: Instant)
  case contactWishesStated(ContactWishes)
  case demandServed(DemandTerms, number: Int, graceEndsAt: Instant)
  case responded([ItemAnswer], late: Bool)
  case graceExpired
  case impasseDeclared(by: Side)
  // Settlement
  case offerMade(OfferTerms, number: Int, by: Side, expiresAt: Instant)
  /// An older offer of the same side gave way to a better one.
  case offerSuperseded(number: Int, by: Int)
  case offerCountered(number: Int, by: Int)
  case offerAccepted(number: Int, by: Side, agreement: DocumentHash, signBy: Instant)
  case offerRejected(number: Int, by: Side)
  case offerWithdrawn(number: Int)
  case offerExpired(number: Int)
  case agreementSigned(Signature, by: Side)
  /// Every party has signed: the claim is now what was agreed.
  /// `instalmentsBy` holds the last moment of each instalment, its grace included.
  case settlementConcluded(OfferTerms, instalmentsBy: [Instant])
  /// Every party has signed for these items; the rest of the claim goes on. `paidBefore` is what
  /// payments had been set against them.
  case partSettled(
    offer: Int, OfferTerms, on: CivilDate, paidBefore: Money, instalmentsBy: [Instant])
  /// As all in the case are told: these claim items are settled, and nothing of how.
  case itemsSettled([Int])
  /// They are claimed again: the settlement was not performed, or binds nobody.
  case itemsRevived([Int])
  case agreementLapsed
  /// Until `cureBy` the arrears can be paid before a remedy is elected; nil where none is agreed.
  case settlementDefaulted(instalment: Int, cureBy: Instant?)
  /// The whole rest fell due.
  case settlementAccelerated
  /// The original claim stands again, less what was paid.
  case claimReinstated
  case settlementCured
  case settlementPerformed
  /// A payment it was performed with was reversed; it is to be performed again.
  case settlementResumed(instalmentsBy: [Instant])
  /// It was signed for a party that did not sign; what was claimed before is claimed again.
  case settlementAnnulled
  // Blind bids
  case biddingProposed(BiddingTerms, number: Int, by: Side, Signature, answerBy: Instant)
  /// Both sides have signed the terms: the first round is open.
  case biddingConsented(number: Int, by: Side, Signature, closesAt: Instant)
  case biddingEnded(number: Int, BiddingEnd)
  case bidPlaced(number: Int, round: Int, by: Side, commitment: DocumentHash)
  /// The same bid in the bidder's own compartment, under the key of the bidding.
  case bidSealed(number: Int, round: Int, by: Side, commitment: DocumentHash, sealed: [UInt8])
  /// The bids did not meet, and the next round is open.
  case bidRoundClosed(number: Int, round: Int, nextClosesAt: Instant)
  /// The bids met: the terms, as the accepted offer `offer`, and the two bids.
  case biddingSettled(
    number: Int, round: Int, OfferTerms, offer: Int, agreement: DocumentHash, signBy: Instant,
    openings: [BidOpening])
  // Money
  case paymentPosted(Payment, number: Int)
  case paymentReported(PaymentReport)
  case paymentReversed(number: Int)
  case chargePosted(Charge, number: Int)
  case postingReversed(PostedSum, on: CivilDate, number: Int)
  // Mediation
  case mediationProposed(by: Side, consentBy: Instant)
  case groundRulesSigned(by: Side, groundRules: DocumentHash)
  case mediationConsented(closesAt: Instant)
  case mediationDeclined(by: Side)
  case mediationLapsed
  case mediationWithdrawn(by: Side)
  case mediationEnded
  case mediationReported(MediatorReport)
  case sessionScheduled(number: Int, startsAt: Instant)
  case sessionOpened(number: Int, attending: Set<Side>)
  case sessionAdjourned(number: Int, until: Instant?)
  case sessionEnded(number: Int)
  case caucusOpened(session: Int, with: Side)
  case caucusEnded(session: Int)
  case mediationNoteAdded
  // Neutrals
  case neutralNominated(Seat, MemberID)
  /// What the registers know of the nominee and the people of this dispute.
  case conflictsChecked(Seat, MemberID, ConflictFindings)
  case nominationDeclined(Seat, MemberID)
  case conflictsDisclosed(Seat, MemberID, ConflictDisclosure, objectBy: Instant)
  case neutralObjected(Seat, MemberID, ObjectionGround, by: Side)
  case objectionRuled(Seat, MemberID, upheld: Bool)
  case conflictWaived(Seat, MemberID, by: Side)
  /// One side agrees to the nominee, where no institution appoints.
  case nomineeAgreed(Seat, MemberID, by: Side)
  case neutralAppointed(Seat, MemberID)
  /// An appointed neutral left the seat.
  case neutralRecused(Seat, MemberID)
  /// One side agrees that who mediated may be nominated as arbitrator.
  case medArbConsented(by: Side, mediator: MemberID, paper: ExhibitID)
  /// The mediator's task is over; own notes go out of everybody's sight.
  case neutralDischarged(Seat, MemberID)
  // Arbitration
  case arbitrationDemanded(ArbitrationDemand, by: Side, answerBy: Instant)
  case demandAnswered([ItemAnswer])
  case answerLapsed
  case defaultRequested
  case orderIssued(ProceduralOrder, number: Int, dueAt: Instant?)
  case recordClosed(awardBy: Instant)
  case recordReopened
  case deliberationNoted
  case awardIssued(AwardTerms, finalAt: Instant, payBy: Instant, late: Bool)
  case awardCorrected(document: DocumentHash, version: Int)
  /// One side asks for an award on agreed terms; the parties' own business until all have.
  case consentAwardAsked(by: Side)
  /// All parties ask the arbitrator for it, with what they agreed.
  case consentAwardRequested(AgreedTerms)
  case consentAwardDeclined
  /// What they agreed binds no more, so there is nothing to record.
  case consentAwardLapsed
  case awardFinal
  case awardUnpaid
  case awardSetAside([ItemAnswer])
  /// Interest on a sum that was decided runs until it is paid.
  case interestAfterSet(InterestAfter, ofJudgment: Bool)
  /// Where the arbitrator does not see it.
  case awardBoundAgreed(AwardBound, by: Side)
  /// What the parties had agreed makes the award this sum.
  case awardBounded(AwardBound.Kind, amount: Money)
  case counterclaimFiled(CounterclaimTerms, number: Int, replyBy: Instant)
  case counterclaimReplied(CounterclaimReply, late: Bool)
  /// No reply came in time, which counts as a denial.
  case counterclaimReplyLapsed
  case counterclaimWithdrawn
  // Legal
  case pathAssessed(PathChoice)
  case collectionsPlaced(contingencyBasisPoints: Int)
  case collectionsRecalled
  case counselReferred
  case courtFilingRecorded(CourtRecord)
  case courtServiceRecorded(CourtRecord)
  case dismissalRecorded(CourtRecord, refused: Bool)
  case judgmentRecorded(CourtRecord, amount: Money)
  /// Until when the judgment can be enforced, and the alerts before.
  case judgmentExpirySet(CivilDate, clocks: [RestartedClock])
  case judgmentRenewed(CourtRecord, until: CivilDate, clocks: [RestartedClock])
  case judgmentExpired
  case enforcementRecorded(CourtRecord, kind: EnforcementKind)
  /// What is withheld of earnings in the enforcement of that number, and what the law allows.
  case garnishmentSet(Garnishment, enforcement: Int, cap: Money?)
  case judgmentPaid
  case satisfactionRecorded(CourtRecord)
  // Ends and keeping
  case disputeClosed(Outcome)
  case ownerAssigned(MemberID)
  case contractFormChanged(from: ContractForm, to: ContractForm)
  case partyInvited(Side, counsel: Bool)
  case partyJoined(Side, MemberID, counsel: Bool)
  // Procedure over all stages
  case holdPlaced(HoldTerms, number: Int, endsAt: Instant?)
  case holdEnded(number: Int)
  case deadlineExtended(Extension, dueAt: Instant)
  case claimAmended(ClaimAmendment, clocks: [RestartedClock])
  case partyAmended(PartyAmendment, clocks: [RestartedClock])
  case disputeReopened(clocks: [RestartedClock])
  // Limitation
  /// Part payment, an acknowledgement or an amendment moved the last day; `clocks` are the limitation
  /// and the alerts before it.
  case limitationMoved(Limitation, clocks: [RestartedClock])
  /// In the claimant's own compartment: nobody else is told that time runs out.
  case expiryAlerted(ExpiryKind, daysBefore: Int, endsAt: Instant)
  // Acts recorded for a party, each in the compartment of the act
  /// The party has come to know of what was recorded for it.
  case contestPeriodBegan(until: Instant)
  case contestPeriodEnded
  /// `takenBack` where the contest undoes the act by itself.
  case recordedActContested(number: Int, takenBack: Bool, clocks: [RestartedClock])
  /// An administrator has ruled; upheld, the act binds nobody.
  case contestRuled(number: Int, upheld: Bool)
  // Approvals, in the claimant's own compartment
  case approvalRequested(number: Int, act: ApprovalAct, coolsUntil: Instant?)
  case approvalGranted(number: Int, solePrincipal: Bool)
  case approvalRefused(number: Int)
}

/// What runs out for the claimant.
package enum ExpiryKind: String, CaseIterable, Sendable {
  case limitation = "LIMITATION"
  case judgment = "JUDGMENT"
}

/// The seat of a neutral.
package enum Seat: String, CaseIterable, Sendable {
  case mediator = "MEDIATOR"
  case arbitrator = "ARBITRATOR"
}

/// An act that needs a second person of the organization.
package enum ApprovalAct: Hashable, Sendable {
  case writeOff
  case referCollections(contingencyBasisPoints: Int)
  case referCounsel
  /// A discount above the organization's limit.
  case makeOffer(OfferTerms)
  case changeContractForm(ContractForm)
  /// The other side's offer, with a discount above that limit.
  case acceptOffer(number: Int, agreement: DocumentHash)
}
