package import ParleyDomain

extension Precondition {
  /// What is the matter and what to do about it. Holds no variable part, so that it can stand in
  /// the list of reasons.
  package var sentence: String {
    switch self {
    case .graceRunning, .earlierContactMissing, .graceTooLong, .respondentContactMissing,
      .itemNotDue, .duplicateItem, .noLapsedOffer, .noOpenOffer, .offerOpen, .ownOffer,
      .offerAboveQuote, .noAgreement, .agreementUnsigned, .signatureHashMismatch,
      .settlementInForce, .alreadySigned:
      negotiationSentence
    case .groundRulesDiffer, .notOnPanel, .disclosureMissing, .objectionWindowOpen,
      .objectionWindowOver, .noObjection, .objectionPending, .conflictNotWaived,
      .conflictOfInterest, .otherSideMustAgree, .mediatorOfSameMatter, .noSuchSession,
      .sessionNotOpen, .sessionOpen, .caucusOpen, .reportAlreadyMade, .mediationPrivileged:
      neutralSentence
    case .arbitrationClauseMissing, .mediationFirstUnmet, .limitationRunning, .limitationPassed,
      .exchangeRunning, .recordIsClosed, .itemsUndecided, .assessmentMissing,
      .arbitrationExclusive, .documentMissing, .noPendingApproval, .approvalPending, .ownApproval,
      .coolingOff, .answeredWithoutPrejudice, .partyHasAccount, .bindingActNeedsNeutral,
      .alreadyJoined, .otherOrganization:
      laterSentence
    case .holdAdministrative, .holdBreathingSpace, .holdInsolvency, .holdPartyStay, .holdDeceased,
      .holdFraudReview, .individualsOnly, .respiteTooSoon, .noSuchHold, .noSuchDeadline,
      .consentMissing, .partyBound, .notReopenable, .notByDefault, .setAsideWindowOver,
      .precludedItem, .noSuchPayment,
      .notSealed, .seatBeingFilled, .notInDefault, .remedyNotAgreed, .curePeriodRunning,
      .remedyElected, .arrearsUnpaid:
      procedureSentence
    case .holdLitigation, .waiverRequiresAllParties, .nothingToWaive, .noSuchWaiver,
      .waiverInForce, .erasureNeedsTwo, .noPendingErasure, .alreadyErased, .wordsInUse:
      secrecySentence
    case .nothingToRemind, .remindersPaused, .contactCeased, .channelOptedOut, .contactHours,
      .tooManyCalls, .recentConversation, .judgmentExpired:
      contactSentence
    case .medArbNotAllowed, .medArbPaperDiffers, .noMediator, .mediatorNotDischarged,
      .noRecordedAct, .contestPeriodOver, .noContest, .ownRecording, .noCounterclaim,
      .counterclaimOpen, .counterclaimUndecided, .replyRunning:
      recordedSentence
    case .notSettled, .consentAwardAsked, .consentAwardNotRequested: consentAwardSentence
    case .ownExhibit, .exhibitObjectionOver, .noExhibitObjection, .objectionRuled,
      .objectionWithdrawn, .rulingsOutstanding, .exhibitSuperseded,
      .consentBasisMissing, .termsDiffer:
      exhibitSentence
    case .statutoryInterestB2BOnly, .contractRateGoverns, .interestClauseMissing,
      .feeClauseMissing, .sumDecided, .noSuchPosting, .alreadyReversed, .reversalFinal,
      .postingDecided, .biddingOpen, .noBidding, .bidPlaced, .bidNotMonotone,
      .awardBoundLate, .garnishmentAboveCap, .noSuchEnforcement, .tenderUndecided,
      .bidNeedsSupervisor, .bidsUnreadable:
      moneySentence
    }
  }

  private var consentAwardSentence: String {
    switch self {
    case .notSettled:
      "No settlement of the whole claim that every party has signed is being performed; sign one, then"
        + " ask to have it recorded as an award."
    case .consentAwardAsked:
      "Your side has asked for an award on agreed terms; the other side asks for it as well."
    default:
      "The parties have not all asked for an award on agreed terms; decide the items, or wait until"
        + " they have."
    }
  }

  private var contactSentence: String {
    switch self {
    case .nothingToRemind:
      "Nothing is left that is neither contested nor paid; contested amounts are not reminded of."
    case .remindersPaused:
      "The respondent reported a payment, or a trouble with paying; look into it before reminding."
    case .contactCeased:
      "The respondent asked that contact for payment cease; serve a demand, or take the next step."
    case .channelOptedOut:
      "The respondent asked not to be contacted this way; use another."
    case .contactHours:
      "At this hour the respondent must not be contacted; wait for the hours allowed there."
    case .tooManyCalls:
      "The respondent was called as often as the rules allow; wait, or write instead."
    case .recentConversation:
      "The respondent was spoken to by telephone a few days ago; wait, or write instead."
    case .judgmentExpired:
      "The judgment can be enforced no more; have it renewed and record the renewal."
    default: "The rules do not allow this now."
    }
  }

  private var recordedSentence: String {
    switch self {
    case .medArbNotAllowed:
      "Under the rules of this dispute who mediated never arbitrates; nominate somebody else."
    case .medArbPaperDiffers:
      "The other side has named another paper; both agree on the same one."
    case .noMediator:
      "Nobody has mediated this matter; nominate any arbitrator of the panel."
    case .mediatorNotDischarged:
      "Who mediated still has the mediator's seat; the report ends it, and the notes with it."
    case .noRecordedAct:
      "Nothing is recorded for this party that could be contested; read the dispute to see what is."
    case .contestPeriodOver:
      "The time to contest what was recorded for this party is over; it stands."
    case .noContest:
      "No contest of an act that binds waits for a ruling; read the dispute to see what is contested."
    case .ownRecording:
      "Nobody rules on what he recorded himself; another administrator does."
    case .noCounterclaim:
      "There is no counterclaim; only the respondent files one."
    case .counterclaimOpen:
      "The respondent's counterclaim is still to be decided; have it decided or withdrawn, or name the"
        + " respondent's consent."
    case .counterclaimUndecided:
      "An award decides the counterclaim as well; add the decision on it."
    default:
      "The time to reply to the counterclaim still runs; wait until it is over."
    }
  }

  private var procedureSentence: String {
    switch self {
    case .holdAdministrative:
      "A hold is placed on the dispute; wait until it ends, or have it lifted."
    case .holdBreathingSpace:
      "The respondent has a debt respite; no contact for payment, charges, escalation, enforcement"
        + " or report until it ends."
    case .holdInsolvency:
      "Insolvency proceedings stay the claim; file it there, and go on here when the stay is lifted."
    case .holdPartyStay:
      "The parties agreed to let the matter rest; wait until that ends, or agree to end it."
    case .holdDeceased:
      "The respondent has died; find out who represents the estate and have the hold lifted."
    case .holdFraudReview:
      "The claim is under review for fraud; wait until the review ends."
    case .individualsOnly:
      "A debt respite is for individuals; the respondent is none."
    case .respiteTooSoon:
      "The respondent had a debt respite less than a year ago; the next may begin later."
    case .noSuchHold:
      "There is no such hold that could be lifted; read the dispute to see which last."
    case .noSuchDeadline:
      "No such deadline runs that could be lengthened; list the deadlines to see which do."
    case .consentMissing:
      "This needs the other side's consent or an order; file the paper and name it."
    case .partyBound:
      "Offers, a mediation or a later stage bind this respondent; withdraw without prejudice and"
        + " file against the right one."
    case .notReopenable:
      "This outcome is final; only a claim withdrawn without prejudice is taken up again."
    case .notByDefault:
      "Only an award by default is set aside; ask for a correction, or for the courts' remedies."
    case .setAsideWindowOver:
      "The period to have the award set aside is over; it stands."
    case .precludedItem:
      "An item was claimed before in a dispute that has ended for good; it cannot be claimed again."
    case .notInDefault:
      "No settlement is in default; a remedy follows an instalment that was missed."
    case .remedyNotAgreed:
      "The signed terms do not name this remedy; elect the one they name, or refer the claim."
    case .curePeriodRunning:
      "The signed terms give time to pay the arrears; the remedy can be elected once it is over."
    case .remedyElected:
      "A remedy was elected; the whole rest is due."
    case .arrearsUnpaid:
      "The plan was not accelerated; it goes on by itself once the arrears are paid."
    case .seatBeingFilled:
      "An arbitrator is being seated; agree to mediate once that is done, or the nominee has gone."
    case .notSealed:
      "This exhibit is neither sealed nor struck; there is nothing to undo."
    default:
      "There is no such posted payment that stands; list the payments to see which do."
    }
  }

  private var secrecySentence: String {
    switch self {
    case .holdLitigation:
      "What is on record has to be kept whole while litigation is expected; wait until the hold is"
        + " lifted."
    case .waiverRequiresAllParties:
      "A waiver of the mediation privilege opens nothing before all whose it is have signed it;"
        + " obtain the missing signature."
    case .nothingToWaive:
      "There is nothing in the mediation that this would open; name something that is not open yet."
    case .noSuchWaiver:
      "No waiver waits for this; read the dispute to see which there are."
    case .waiverInForce:
      "Every party has signed this waiver; it is final."
    case .erasureNeedsTwo:
      "Erasure takes two people, and the second must answer for the words; ask whoever may grant it."
    case .noPendingErasure:
      "No erasure waits for a second person; read the dispute to see which there are."
    case .alreadyErased:
      "This was erased by two persons; that it was there is all that is left."
    default:
      "These words are still needed; they can go once the dispute is closed."
    }
  }

  private var negotiationSentence: String {
    switch self {
    case .graceRunning:
      "The grace period of the demand still runs; wait until it is over."
    case .earlierContactMissing:
      "A demand rests on an earlier contact; name a reminder, a message or a call, or say why there"
        + " was none."
    case .graceTooLong:
      "The grace period is longer than the rules allow; shorten it or state a reason."
    case .respondentContactMissing:
      "There is no way to reach the respondent; add an e-mail address, a telephone number or a"
        + " postal address."
    case .itemNotDue:
      "An item of the claim is not due yet; file once every item is."
    case .duplicateItem:
      "An item of the claim stands in another open dispute of your organization; go on with that"
        + " one."
    case .noLapsedOffer:
      "Negotiation has not failed yet; make an offer and let it lapse or be rejected first."
    case .noOpenOffer:
      "There is no such open offer; list the offers to see which still stand."
    case .offerOpen:
      "An offer is open; answer it or let it lapse first."
    case .ownOffer:
      "This is your own side's offer, which the other side answers; withdraw it if you no longer"
        + " want it."
    case .offerAboveQuote:
      "The offer is above what is owed; offer the quote or less."
    case .noAgreement:
      "There is no agreement to sign; accept an offer first."
    case .agreementUnsigned:
      "The agreement is not signed by every party; obtain the missing signature first."
    case .signatureHashMismatch:
      "The text that is signed is not the text of the agreement; read the agreement again and sign"
        + " its hash."
    case .settlementInForce:
      "A settlement is in force and governs; perform it."
    default:
      "You have signed this already; nothing more is needed from you."
    }
  }

  private var neutralSentence: String {
    switch self {
    case .groundRulesDiffer:
      "These are not the ground rules in force; read them again and sign their hash."
    case .notOnPanel:
      "This person is not on the panel for that seat; nominate somebody of ListPanel."
    case .disclosureMissing:
      "The nominee has not disclosed conflicts of interest; wait for the disclosure."
    case .objectionWindowOpen:
      "The parties may still object to the nominee; wait until that period is over."
    case .objectionWindowOver:
      "The period to object is over; the appointment can go on."
    case .noObjection:
      "Nobody has objected to the nominee; there is nothing to rule on."
    case .objectionPending:
      "An objection to the nominee is not decided; have it ruled on first."
    case .conflictNotWaived:
      "The nominee disclosed a conflict that not every party waived; obtain the waivers or nominate"
        + " somebody else."
    case .conflictOfInterest:
      "This person has a conflict of interest in this dispute; nominate or ask somebody else."
    case .otherSideMustAgree:
      "The other side has to agree as well; ask it to do the same."
    case .mediatorOfSameMatter:
      "Who mediated this matter cannot arbitrate it, unless the rules allow it and every party has"
        + " agreed in writing; nominate somebody else, or have both sides agree."
    case .noSuchSession:
      "There is no such session; schedule one first."
    case .sessionNotOpen:
      "The session is not open; open it first."
    case .sessionOpen:
      "A session is open; end or adjourn it first."
    case .caucusOpen:
      "A separate meeting is going on; end it first."
    case .reportAlreadyMade:
      "The mediator's report was made and is made once; nothing more is needed."
    default:
      "This belongs to the mediation and stays there; file it in a compartment of the mediation."
    }
  }

  private var laterSentence: String {
    switch self {
    case .arbitrationClauseMissing:
      "Nothing binds the parties to arbitrate; file the contract's clause or a submission signed by"
        + " both."
    case .mediationFirstUnmet:
      "The contract asks for mediation first; propose it, or show that it was refused or waived."
    case .limitationRunning:
      "The claim can still be brought; it is not time-barred before its last day has passed."
    case .limitationPassed:
      "The last day on which the claim could be brought has passed; settle it or close the dispute."
    case .exchangeRunning:
      "The exchange of evidence still runs; wait until its last day is over."
    case .recordIsClosed:
      "The record is closed; ask the arbitrator to reopen it."
    case .itemsUndecided:
      "An award decides every item of the claim; add the missing decisions."
    case .assessmentMissing:
      "There is no recent assessment of the way forward; record one first."
    case .arbitrationExclusive:
      "The parties agreed on arbitration alone; demand arbitration, or record that it was waived."
    case .documentMissing:
      "The exhibit that proves this is not in the case file; file it there first."
    case .noPendingApproval:
      "No such approval waits; list the approvals to see which do."
    case .approvalPending:
      "A second person has yet to approve this; ask a supervisor of your organization."
    case .ownApproval:
      "Nobody approves what he asked for himself; ask another supervisor of your organization."
    case .coolingOff:
      "Who works alone may approve own acts only after a pause; try again when it is over."
    case .answeredWithoutPrejudice:
      "The respondent has answered, so the claim can be withdrawn for good only; set with_prejudice."
    case .partyHasAccount:
      "This party has an account and acts for itself; ask it to."
    case .bindingActNeedsNeutral:
      "This act binds the party; only a mediator or an administrator records it."
    case .alreadyJoined:
      "This seat is taken by you or somebody else; nothing more is needed."
    default:
      "This person works for another organization; name somebody of your own."
    }
  }
}
