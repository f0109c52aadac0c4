extension Event {
  /// Whether an entry of this event may stand in a compartment: in its home, or in that of a later
  /// tenure where each keeps its own.
  package func belongs(in compartment: Compartment) -> Bool {
    guard let home else { return true }
    if case .deliberationNoted = self { return compartment.base == home }
    return compartment == home
  }

  /// The compartment this event belongs to; nil for notes, which are written where their author
  /// says, for erasures, which are told where the words stood, and for what concerns an act recorded
  /// for a party, which stands beside that act. One table: an entry anywhere else is not an entry.
  package var home: Compartment? {
    switch self {
    case .exhibitAdded(let offer, _, _): offer.compartment
    case .callLogged(let note, _, let by): note.compartment ?? .partyPrivate(by)
    case .noteAdded, .mediationNoteAdded, .erasureRequested, .erasureRefused, .wordsErased: nil
    case .contestPeriodBegan, .contestPeriodEnded, .recordedActContested, .contestRuled: nil
    case .notePublished(let note, _): note.compartment
    case .renditionFiled(_, let original, _): original.compartment
    case .promiseNoted(_, _, let call): call.compartment
    case .callOfferNoted(_, _, let call): call.homeOfOffers
    case .exhibitLinked(let exhibit, _): exhibit.compartment
    case .offerMade, .offerSuperseded, .offerCountered, .offerAccepted, .offerRejected,
      .offerWithdrawn, .offerExpired, .agreementSigned, .settlementConcluded, .partSettled,
      .agreementLapsed,
      .settlementDefaulted, .settlementAccelerated,
      .claimReinstated, .settlementCured, .settlementPerformed, .settlementResumed,
      .settlementAnnulled, .consentAwardAsked:
      .settlement
    case .awardBoundAgreed: .settlement
    case .biddingProposed, .biddingConsented, .biddingEnded, .bidPlaced, .bidRoundClosed,
      .biddingSettled:
      .settlement
    case .bidSealed(_, _, let by, _, _): .bid(by)
    case .expiryAlerted: .partyPrivate(.claimant)
    case .caucusOpened, .caucusEnded, .waiverProposed, .waiverSigned, .waiverWithdrawn,
      .waiverTookEffect:
      .mediation
    case .deliberationNoted: .deliberation
    case .pathAssessed, .approvalRequested, .approvalGranted, .approvalRefused: .internal
    case .disputeCreated, .disputeFiled, .markedDeficient, .deficiencyCured, .reminderSent,
      .demandServed, .responded, .graceExpired, .impasseDeclared, .paymentPosted,
      .paymentReported, .mediationProposed, .groundRulesSigned, .mediationConsented,
      .mediationDeclined, .mediationLapsed, .mediationWithdrawn, .mediationEnded,
      .mediationReported, .sessionScheduled, .sessionOpened, .sessionAdjourned, .sessionEnded,
      .neutralNominated, .conflictsChecked, .nominationDeclined, .conflictsDisclosed,
      .neutralObjected,
      .objectionRuled, .conflictWaived, .nomineeAgreed, .neutralAppointed, .neutralDischarged,
      .arbitrationDemanded, .demandAnswered, .answerLapsed, .defaultRequested, .orderIssued,
      .recordClosed, .recordReopened, .awardIssued, .awardCorrected, .awardFinal, .awardUnpaid,
      .consentAwardRequested, .consentAwardDeclined, .consentAwardLapsed,
      .collectionsPlaced, .collectionsRecalled, .counselReferred, .courtFilingRecorded,
      .courtServiceRecorded, .dismissalRecorded, .judgmentRecorded, .enforcementRecorded,
      .judgmentPaid, .satisfactionRecorded, .disputeClosed, .ownerAssigned, .partyInvited,
      .partyJoined, .privilegeWaived, .exhibitAdmitted, .communicationAdmitted, .exhibitSealed,
      .exhibitUnsealed, .exhibitStruck, .contractFormChanged, .exhibitObjected, .exhibitRuled,
      .exhibitObjectionWithdrawn, .deficiencyNoticed,
      .exhibitDeficiencyLapsed, .paymentReversed, .chargePosted,
      .postingReversed, .itemsSettled, .itemsRevived,
      .neutralRecused, .medArbConsented,
      .interestAfterSet, .awardBounded, .garnishmentSet,
      .awardSetAside, .counterclaimFiled, .counterclaimReplied, .counterclaimReplyLapsed,
      .counterclaimWithdrawn, .holdPlaced, .holdEnded, .remindersPaused, .contactWishesStated,
      .judgmentExpirySet, .judgmentRenewed, .judgmentExpired, .limitationMoved, .deadlineExtended,
      .claimAmended, .partyAmended, .disputeReopened:
      .caseFile
    }
  }
}

extension NoteReference {
  /// Where what was offered in a call is kept: with the note, but an arbitrator is told of no offers
  /// (FRE 408), so never in the case file.
  var homeOfOffers: Compartment { compartment == .caseFile ? .settlement : compartment }
}
