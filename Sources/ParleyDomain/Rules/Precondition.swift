/// A condition of a rule that does not hold (yet). The raw value is the reason a client sees.
package enum Precondition: String, CaseIterable, Sendable {
  case graceRunning = "GRACE_RUNNING"
  case earlierContactMissing = "EARLIER_CONTACT_MISSING"
  case graceTooLong = "GRACE_TOO_LONG"
  case respondentContactMissing = "RESPONDENT_CONTACT_MISSING"
  case itemNotDue = "ITEM_NOT_DUE"
  case duplicateItem = "DUPLICATE_ITEM"
  case noLapsedOffer = "NO_LAPSED_OFFER"
  case noOpenOffer = "NO_OPEN_OFFER"
  case offerOpen = "OFFER_OPEN"
  case ownOffer = "OWN_OFFER"
  case offerAboveQuote = "OFFER_ABOVE_QUOTE"
  case biddingOpen = "BIDDING_OPEN"
  case noBidding = "NO_BIDDING"
  case bidPlaced = "BID_PLACED"
  case bidNotMonotone = "BID_NOT_MONOTONE"
  case bidNeedsSupervisor = "BID_NEEDS_SUPERVISOR"
  case bidsUnreadable = "BIDS_UNREADABLE"
  case awardBoundLate = "AWARD_BOUND_LATE"
  case garnishmentAboveCap = "GARNISHMENT_ABOVE_CAP"
  case tenderUndecided = "TENDER_UNDECIDED"
  case noSuchEnforcement = "NO_SUCH_ENFORCEMENT"
  case noAgreement = "NO_AGREEMENT"
  case agreementUnsigned = "AGREEMENT_UNSIGNED"
  case signatureHashMismatch = "SIGNATURE_HASH_MISMATCH"
  case settlementInForce = "SETTLEMENT_IN_FORCE"
  case groundRulesDiffer = "GROUND_RULES_DIFFER"
  case alreadySigned = "ALREADY_SIGNED"
  case notOnPanel = "NOT_ON_PANEL"
  case disclosureMissing = "DISCLOSURE_MISSING"
  case objectionWindowOpen = "OBJECTION_WINDOW_OPEN"
  case objectionWindowOver = "OBJECTION_WINDOW_OVER"
  case noObjection = "NO_OBJECTION"
  case objectionPending = "OBJECTION_PENDING"
  case conflictNotWaived = "CONFLICT_NOT_WAIVED"
  case conflictOfInterest = "CONFLICT_OF_INTEREST"
  case otherSideMustAgree = "OTHER_SIDE_MUST_AGREE"
  case mediatorOfSameMatter = "MEDIATOR_OF_SAME_MATTER"
  case noSuchSession = "NO_SUCH_SESSION"
  case sessionNotOpen = "SESSION_NOT_OPEN"
  case sessionOpen = "SESSION_OPEN"
  case caucusOpen = "CAUCUS_OPEN"
  case reportAlreadyMade = "REPORT_ALREADY_MADE"
  case mediationPrivileged = "MEDIATION_PRIVILEGED"
  case arbitrationClauseMissing = "ARBITRATION_CLAUSE_MISSING"
  case mediationFirstUnmet = "MEDIATION_FIRST_UNMET"
  case limitationRunning = "LIMITATION_RUNNING"
  case limitationPassed = "LIMITATION_PASSED"
  case exchangeRunning = "EXCHANGE_RUNNING"
  case recordIsClosed = "RECORD_IS_CLOSED"
  case itemsUndecided = "ITEMS_UNDECIDED"
  case assessmentMissing = "ASSESSMENT_MISSING"
  case arbitrationExclusive = "ARBITRATION_EXCLUSIVE"
  case documentMissing = "DOCUMENT_MISSING"
  case noPendingApproval = "NO_PENDING_APPROVAL"
  case approvalPending = "APPROVAL_PENDING"
  case ownApproval = "OWN_APPROVAL"
  case coolingOff = "COOLING_OFF"
  case answeredWithoutPrejudice = "ANSWERED_WITH_PREJUDICE_ONLY"
  case partyHasAccount = "PARTY_HAS_ACCOUNT"
  case bindingActNeedsNeutral = "BINDING_ACT_NEEDS_NEUTRAL"
  case alreadyJoined = "ALREADY_JOINED"
  case otherOrganization = "OTHER_ORGANIZATION"
  case holdAdministrative = "HOLD_ADMIN"
  case holdBreathingSpace = "HOLD_BREATHING_SPACE"
  case holdInsolvency = "HOLD_INSOLVENCY_STAY"
  case holdPartyStay = "HOLD_PARTY_STAY"
  case holdDeceased = "HOLD_DECEASED"
  case holdFraudReview = "HOLD_FRAUD_REVIEW"
  case holdLitigation = "HOLD_LITIGATION"
  case waiverRequiresAllParties = "WAIVER_REQUIRES_ALL_PARTIES"
  case nothingToWaive = "NOTHING_TO_WAIVE"
  case noSuchWaiver = "NO_SUCH_WAIVER"
  case waiverInForce = "WAIVER_IN_FORCE"
  case erasureNeedsTwo = "ERASURE_NEEDS_TWO"
  case noPendingErasure = "NO_PENDING_ERASURE"
  case alreadyErased = "ALREADY_ERASED"
  case wordsInUse = "WORDS_IN_USE"
  case individualsOnly = "INDIVIDUALS_ONLY"
  case respiteTooSoon = "RESPITE_TOO_SOON"
  case noSuchHold = "NO_SUCH_HOLD"
  case noSuchDeadline = "NO_SUCH_DEADLINE"
  case consentMissing = "CONSENT_MISSING"
  case partyBound = "PARTY_BOUND"
  case notReopenable = "NOT_REOPENABLE"
  case notByDefault = "NOT_BY_DEFAULT"
  case setAsideWindowOver = "SET_ASIDE_WINDOW_OVER"
  case precludedItem = "PRECLUDED_ITEM"
  case noSuchPayment = "NO_SUCH_PAYMENT"
  case statutoryInterestB2BOnly = "STATUTORY_INTEREST_B2B_ONLY"
  case contractRateGoverns = "CONTRACT_RATE_GOVERNS"
  case interestClauseMissing = "INTEREST_CLAUSE_MISSING"
  case feeClauseMissing = "FEE_CLAUSE_MISSING"
  case sumDecided = "SUM_DECIDED"
  case noSuchPosting = "NO_SUCH_POSTING"
  case alreadyReversed = "ALREADY_REVERSED"
  case reversalFinal = "REVERSAL_FINAL"
  case postingDecided = "POSTING_DECIDED"
  case notSealed = "NOT_SEALED"
  case medArbNotAllowed = "MED_ARB_NOT_ALLOWED"
  case medArbPaperDiffers = "MED_ARB_PAPER_DIFFERS"
  case noMediator = "NO_MEDIATOR"
  case mediatorNotDischarged = "MEDIATOR_NOT_DISCHARGED"
  case noRecordedAct = "NO_RECORDED_ACT"
  case contestPeriodOver = "CONTEST_PERIOD_OVER"
  case noContest = "NO_CONTEST"
  case ownRecording = "OWN_RECORDING"
  case noCounterclaim = "NO_COUNTERCLAIM"
  case counterclaimOpen = "COUNTERCLAIM_OPEN"
  case counterclaimUndecided = "COUNTERCLAIM_UNDECIDED"
  case replyRunning = "REPLY_RUNNING"
  case seatBeingFilled = "SEAT_BEING_FILLED"
  case notInDefault = "NOT_IN_DEFAULT"
  case remedyNotAgreed = "REMEDY_NOT_AGREED"
  case curePeriodRunning = "CURE_PERIOD_RUNNING"
  case remedyElected = "REMEDY_ELECTED"
  case arrearsUnpaid = "ARREARS_UNPAID"
  case nothingToRemind = "NOTHING_TO_REMIND"
  case remindersPaused = "REMINDERS_PAUSED"
  case contactCeased = "CONTACT_CEASED"
  case channelOptedOut = "CHANNEL_OPTED_OUT"
  case contactHours = "CONTACT_HOURS"
  case tooManyCalls = "TOO_MANY_CALLS"
  case recentConversation = "RECENT_CONVERSATION"
  case judgmentExpired = "JUDGMENT_EXPIRED"
  case notSettled = "NOT_SETTLED"
  case consentAwardAsked = "CONSENT_AWARD_ASKED"
  case consentAwardNotRequested = "CONSENT_AWARD_NOT_REQUESTED"
  case ownExhibit = "OWN_EXHIBIT"
  case exhibitObjectionOver = "EXHIBIT_OBJECTION_OVER"
  case noExhibitObjection = "NO_EXHIBIT_OBJECTION"
  case objectionRuled = "OBJECTION_RULED"
  case objectionWithdrawn = "OBJECTION_WITHDRAWN"
  case rulingsOutstanding = "RULINGS_OUTSTANDING"
  case exhibitSuperseded = "EXHIBIT_SUPERSEDED"
  case consentBasisMissing = "CONSENT_BASIS_MISSING"
  case termsDiffer = "TERMS_DIFFER"

  /// The kind of condition, as `PreconditionFailure` names it.
  package var kind: PreconditionKind {
    switch self {
    case .graceRunning, .objectionWindowOpen, .objectionWindowOver, .limitationPassed,
      .limitationRunning, .exchangeRunning, .coolingOff, .respiteTooSoon, .setAsideWindowOver,
      .contestPeriodOver, .replyRunning, .curePeriodRunning, .remindersPaused, .judgmentExpired,
      .exhibitObjectionOver, .awardBoundLate:
      .deadline
    case .holdAdministrative, .holdBreathingSpace, .holdInsolvency, .holdPartyStay, .holdDeceased,
      .holdFraudReview, .holdLitigation:
      .hold
    case .remedyNotAgreed, .agreementUnsigned, .signatureHashMismatch, .groundRulesDiffer,
      .otherSideMustAgree,
      .approvalPending, .ownApproval, .conflictNotWaived, .bindingActNeedsNeutral,
      .answeredWithoutPrejudice, .mediationPrivileged, .consentMissing, .waiverRequiresAllParties,
      .erasureNeedsTwo, .medArbPaperDiffers, .counterclaimOpen, .bidNeedsSupervisor,
      .notSettled, .consentAwardNotRequested:
      .consent
    case .conflictOfInterest, .mediatorOfSameMatter, .objectionPending, .disclosureMissing,
      .otherOrganization, .medArbNotAllowed, .mediatorNotDischarged, .ownRecording:
      .conflictOfInterest
    case .offerAboveQuote, .arrearsUnpaid, .tenderUndecided: .payment
    case .graceTooLong, .earlierContactMissing, .contactCeased, .channelOptedOut, .contactHours,
      .tooManyCalls, .recentConversation, .statutoryInterestB2BOnly, .contractRateGoverns,
      .interestClauseMissing, .feeClauseMissing, .consentBasisMissing, .termsDiffer,
      .garnishmentAboveCap:
      .compliance
    default: .stage
    }
  }
}

/// The kinds of condition a client can tell apart.
package enum PreconditionKind: String, CaseIterable, Sendable {
  case stage = "STAGE"
  case deadline = "DEADLINE"
  case consent = "CONSENT"
  case conflictOfInterest = "CONFLICT_OF_INTEREST"
  case hold = "HOLD"
  case compliance = "COMPLIANCE"
  case payment = "PAYMENT"
}
