extension Event {
  /// The compartment this event belongs to; nil for notes, which are written where their author
  /// says, and for erasures, which are told where the words stood. One table: an entry anywhere else is not an entry.
  package var home: Compartment? {
    switch self {
    case .exhibitAdded(let offer, _, _): offer.compartment
    case .callLogged(let note, _, let by): note.compartment ?? .partyPrivate(by)
    case .noteAdded, .mediationNoteAdded, .erasureRequested, .erasureRefused, .wordsErased: nil
    case .notePublished(let note, _): note.compartment
    case .offerMade, .offerSuperseded, .offerCountered, .offerAccepted, .offerRejected,
      .offerWithdrawn, .offerExpired, .agreementSigned, .settlementConcluded, .agreementLapsed,
      .settlementDefaulted, .settlementAccelerated,
      .claimReinstated, .settlementCured, .settlementPerformed, .settlementResumed:
      .settlement
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
      .neutralNominated, .nominationDeclined, .conflictsDisclosed, .neutralObjected,
      .objectionRuled, .conflictWaived, .nomineeAgreed, .neutralAppointed, .neutralDischarged,
      .arbitrationDemanded, .demandAnswered, .answerLapsed, .defaultRequested, .orderIssued,
      .recordClosed, .recordReopened, .awardIssued, .awardCorrected, .awardFinal, .awardUnpaid,
      .collectionsPlaced, .collectionsRecalled, .counselReferred, .courtFilingRecorded,
      .courtServiceRecorded, .dismissalRecorded, .judgmentRecorded, .enforcementRecorded,
      .judgmentPaid, .satisfactionRecorded, .disputeClosed, .ownerAssigned, .partyInvited,
      .partyJoined, .privilegeWaived, .exhibitAdmitted, .communicationAdmitted, .exhibitSealed,
      .exhibitUnsealed, .exhibitStruck, .paymentReversed, .chargePosted,
      .neutralRecused, .awardSetAside,
      .holdPlaced, .holdEnded, .remindersPaused, .contactWishesStated, .judgmentExpirySet,
      .judgmentRenewed, .judgmentExpired, .limitationMoved, .deadlineExtended, .claimAmended,
      .partyAmended, .disputeReopened:
      .caseFile
    }
  }
}
