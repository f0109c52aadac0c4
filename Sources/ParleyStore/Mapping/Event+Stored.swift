import JournalWire
import ParleyDomain
import SwiftProtobuf

// The one mapping between events and their stored form. Both switches are exhaustive, so an event
// that has no stored form, or a stored form that has no event, does not compile; the work is done
// stage by stage in the files beside this one.

extension Event {
  func stored() throws -> StoredFacts {
    guard let event = try storedEvent() else {
      throw JournalFault.decisionMalformed(reason: "an event has no stored form")
    }
    return .with { $0.event = event }
  }

  private func storedEvent() throws -> StoredEvent? {
    switch self {
    case .disputeCreated, .disputeFiled, .markedDeficient, .deficiencyCured, .exhibitAdded,
      .callLogged, .promiseNoted, .callOfferNoted, .noteAdded:
      try storedIntake()
    case .limitationMoved, .expiryAlerted, .judgmentExpirySet, .judgmentRenewed, .judgmentExpired,
      .remindersPaused, .contactWishesStated:
      try storedExpiry()
    case .reminderSent, .demandServed, .responded, .graceExpired, .impasseDeclared:
      try storedNegotiation()
    case .offerMade, .offerSuperseded, .offerCountered, .offerAccepted, .offerRejected,
      .offerWithdrawn, .offerExpired, .agreementSigned, .settlementConcluded, .agreementLapsed,
      .settlementDefaulted, .settlementAccelerated, .claimReinstated, .settlementCured,
      .settlementPerformed, .paymentPosted, .paymentReported:
      try storedSettlement()
    case .interestAfterSet, .awardBoundAgreed, .awardBounded, .garnishmentSet: try storedDecided()
    case .chargePosted, .postingReversed: try storedCharges()
    case .partSettled, .itemsSettled, .itemsRevived: try storedParts()
    case .biddingProposed, .biddingConsented, .biddingEnded, .bidPlaced, .bidSealed,
      .bidRoundClosed, .biddingSettled:
      try storedBidding()
    case .mediationProposed, .groundRulesSigned, .mediationConsented, .mediationDeclined,
      .mediationLapsed, .mediationWithdrawn, .mediationEnded, .mediationReported,
      .sessionScheduled, .sessionOpened, .sessionAdjourned, .sessionEnded, .caucusOpened,
      .caucusEnded, .mediationNoteAdded:
      try storedMediation()
    case .neutralNominated, .nominationDeclined, .conflictsDisclosed, .neutralObjected,
      .objectionRuled, .conflictWaived, .nomineeAgreed, .neutralAppointed, .neutralDischarged:
      storedNeutral()
    case .arbitrationDemanded, .demandAnswered, .answerLapsed, .defaultRequested, .orderIssued,
      .recordClosed, .recordReopened, .deliberationNoted, .awardIssued, .awardCorrected,
      .awardFinal, .awardUnpaid, .consentAwardAsked, .consentAwardRequested,
      .consentAwardDeclined, .consentAwardLapsed:
      try storedArbitration()
    case .pathAssessed, .collectionsPlaced, .collectionsRecalled, .counselReferred,
      .courtFilingRecorded, .courtServiceRecorded, .dismissalRecorded, .judgmentRecorded,
      .enforcementRecorded, .judgmentPaid, .satisfactionRecorded:
      try storedLegal()
    case .disputeClosed, .ownerAssigned, .contractFormChanged, .partyInvited, .partyJoined,
      .approvalRequested, .approvalGranted, .approvalRefused:
      try storedKeeping()
    case .exhibitSealed, .exhibitUnsealed, .exhibitStruck, .paymentReversed, .settlementResumed,
      .neutralRecused, .awardSetAside, .holdPlaced, .holdEnded, .deadlineExtended, .claimAmended,
      .partyAmended, .disputeReopened:
      try storedProcedure()
    case .renditionFiled, .exhibitLinked, .exhibitObjected, .exhibitObjectionWithdrawn,
      .exhibitRuled, .deficiencyNoticed, .exhibitDeficiencyLapsed:
      try storedExhibits()
    case .medArbConsented, .counterclaimFiled, .counterclaimReplied, .counterclaimReplyLapsed,
      .counterclaimWithdrawn, .settlementAnnulled, .contestPeriodBegan, .contestPeriodEnded,
      .recordedActContested, .contestRuled, .conflictsChecked:
      try storedRecorded()
    case .waiverProposed, .waiverSigned, .waiverWithdrawn, .waiverTookEffect, .privilegeWaived,
      .exhibitAdmitted, .communicationAdmitted, .notePublished, .erasureRequested,
      .erasureRefused, .wordsErased:
      try storedSecrecy()
    }
  }

  /// Reads an event. Throws ``JournalFault/damaged(reason:)`` for one this build does not know.
  init(stored facts: StoredFacts) throws {
    guard let event = facts.event, let read = try Event.read(event) else {
      throw unreadable("event")
    }
    self = read
  }

  private static func read(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .disputeCreated, .disputeFiled, .markedDeficient, .deficiencyCured, .exhibitAdded,
      .callLogged, .promiseNoted, .callOfferNoted, .noteAdded:
      try readIntake(event)
    case .limitationMoved, .expiryAlerted, .judgmentExpirySet, .judgmentRenewed, .judgmentExpired,
      .remindersPaused, .contactWishesStated:
      try readExpiry(event)
    case .reminderSent, .demandServed, .responded, .graceExpired, .impasseDeclared:
      try readNegotiation(event)
    case .offerMade, .offerSuperseded, .offerCountered, .offerAccepted, .offerRejected,
      .offerWithdrawn, .offerExpired, .agreementSigned, .settlementConcluded, .agreementLapsed,
      .settlementDefaulted, .settlementAccelerated, .claimReinstated, .settlementCured,
      .settlementPerformed, .paymentPosted, .paymentReported:
      try readSettlement(event)
    case .interestAfterSet, .awardBoundAgreed, .awardBounded, .garnishmentSet:
      try readDecided(event)
    case .chargePosted, .postingReversed: try readCharges(event)
    case .partSettled, .itemsSettled, .itemsRevived: try readParts(event)
    case .biddingProposed, .biddingConsented, .biddingEnded, .bidPlaced, .bidSealed,
      .bidRoundClosed, .biddingSettled:
      try readBidding(event)
    case .mediationProposed, .groundRulesSigned, .mediationConsented, .mediationDeclined,
      .mediationLapsed, .mediationWithdrawn, .mediationEnded, .mediationReported,
      .sessionScheduled, .sessionOpened, .sessionAdjourned, .sessionEnded, .caucusOpened,
      .caucusEnded, .mediationNoteAdded:
      try readMediation(event)
    case .neutralNominated, .nominationDeclined, .conflictsDisclosed, .neutralObjected,
      .objectionRuled, .conflictWaived, .nomineeAgreed, .neutralAppointed, .neutralDischarged:
      try readNeutral(event)
    case .arbitrationDemanded, .demandAnswered, .answerLapsed, .defaultRequested, .orderIssued,
      .recordClosed, .recordReopened, .deliberationNoted, .awardIssued, .awardCorrected,
      .awardFinal, .awardUnpaid, .consentAwardAsked, .consentAwardRequested,
      .consentAwardDeclined, .consentAwardLapsed:
      try readArbitration(event)
    case .pathAssessed, .collectionsPlaced, .collectionsRecalled, .counselReferred,
      .courtFilingRecorded, .courtServiceRecorded, .dismissalRecorded, .judgmentRecorded,
      .enforcementRecorded, .judgmentPaid, .satisfactionRecorded:
      try readLegal(event)
    case .disputeClosed, .ownerAssigned, .contractFormChanged, .partyInvited, .partyJoined,
      .approvalRequested, .approvalGranted, .approvalRefused:
      try readKeeping(event)
    case .exhibitSealed, .exhibitUnsealed, .exhibitStruck, .paymentReversed, .settlementResumed,
      .neutralRecused, .awardSetAside, .holdPlaced, .holdEnded, .deadlineExtended, .claimAmended,
      .partyAmended, .disputeReopened:
      try readProcedure(event)
    case .renditionFiled, .exhibitLinked, .exhibitObjected, .exhibitObjectionWithdrawn,
      .exhibitRuled, .deficiencyNoticed, .exhibitDeficiencyLapsed:
      try readExhibits(event)
    case .medArbConsented, .counterclaimFiled, .counterclaimReplied, .counterclaimReplyLapsed,
      .counterclaimWithdrawn, .settlementAnnulled, .contestPeriodBegan, .contestPeriodEnded,
      .recordedActContested, .contestRuled, .conflictsChecked:
      try readRecorded(event)
    case .waiverProposed, .waiverSigned, .waiverWithdrawn, .waiverTookEffect, .privilegeWaived,
      .exhibitAdmitted, .communicationAdmitted, .notePublished, .erasureRequested,
      .erasureRefused, .wordsErased:
      try readSecrecy(event)
    }
  }
}
