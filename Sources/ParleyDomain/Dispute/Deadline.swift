/// A period that is running. The clock fires it once, at its instant.
package struct Deadline: Hashable, Sendable {
  package let kind: DeadlineKind
  package let dueAt: Instant
  /// Whose sight it is in.
  package let compartment: Compartment
  /// Whose move it waits for.
  package let waitsOn: Set<Turn>
  /// The rule that set it: `T5`.
  package let rule: String
  /// When it began to run, or when its end was stated last.
  package let setAt: Instant
  /// What it is counted from.
  package let triggeredAt: Instant
  /// The last day of a period that was lengthened.
  package let extendedTo: CivilDate?

  package init(
    kind: DeadlineKind, dueAt: Instant, compartment: Compartment, waitsOn: Set<Turn>, rule: String,
    setAt: Instant, triggeredAt: Instant? = nil, extendedTo: CivilDate? = nil
  ) {
    self.triggeredAt = triggeredAt ?? setAt
    self.extendedTo = extendedTo
    self.kind = kind
    self.dueAt = dueAt
    self.compartment = compartment
    self.waitsOn = waitsOn
    self.rule = rule
    self.setAt = setAt
  }
}

package enum DeadlineKind: Hashable, Sendable {
  case cure
  case grace
  case offerExpiry(Int)
  case signing
  /// The other side has to agree to the terms of a bidding.
  case biddingConsent
  /// The round of a bidding, by the number of the bidding, that is open.
  case bidRound(Int)
  case mediationConsent
  case objectionWindow
  case mediationWindow
  case answer
  case exchange
  case award
  case correctionWindow
  case payBy
  case instalment(Int)
  case planCure
  case limitation
  case holdEnd(Int)
  /// The next reminder is due, by its number: it waits for the claimant and does nothing by itself.
  case reminder(Int)
  case judgmentExpiry
  /// So many days before limitation.
  case limitationAlert(Int)
  /// So many days before a judgment expires.
  case judgmentAlert(Int)
  /// The claimant's reply to a counterclaim.
  case reply
  /// The party may contest what was recorded for it in the case file.
  case recordedContest
  /// The same of what was recorded for it among the offers.
  case settlementContest
  /// What an exhibit lacks is to be supplied, by the number of the notice.
  case exhibitCure(Int)

  /// The stable name a client sees.
  package var name: String {
    switch self {
    case .cure: "CURE"
    case .grace: "GRACE"
    case .offerExpiry(let number): "OFFER_EXPIRY_\(number)"
    case .signing: "SIGNING"
    case .biddingConsent: "BIDDING_CONSENT"
    case .bidRound(let number): "BID_ROUND_\(number)"
    case .mediationConsent: "MEDIATION_CONSENT"
    case .objectionWindow: "OBJECTION_WINDOW"
    case .mediationWindow: "MEDIATION_WINDOW"
    case .answer: "ANSWER"
    case .exchange: "EXCHANGE"
    case .award: "AWARD"
    case .correctionWindow: "CORRECTION_WINDOW"
    case .payBy: "PAY_BY"
    case .instalment(let number): "INSTALMENT_\(number)"
    case .planCure: "PLAN_CURE"
    case .limitation: "LIMITATION"
    case .holdEnd(let number): "HOLD_END_\(number)"
    case .reminder(let number): "REMINDER_\(number)"
    case .judgmentExpiry: "JUDGMENT_EXPIRY"
    case .limitationAlert(let days): "LIMITATION_ALERT_\(days)"
    case .judgmentAlert(let days): "JUDGMENT_ALERT_\(days)"
    case .reply: "REPLY"
    case .recordedContest: "RECORDED_CONTEST"
    case .settlementContest: "SETTLEMENT_CONTEST"
    case .exhibitCure(let number): "EXHIBIT_CURE_\(number)"
    }
  }
}

/// Those whose move it can be.
package enum Turn: String, CaseIterable, Sendable {
  case claimant = "CLAIMANT"
  case respondent = "RESPONDENT"
  case neutral = "NEUTRAL"
  case administrator = "ADMINISTRATOR"
}

extension DeadlineKind {
  /// Whose sight a period of this kind is in: what the claimant plans, and that time runs out for it,
  /// is the claimant's own.
  var home: Compartment {
    switch self {
    case .offerExpiry, .signing, .biddingConsent, .bidRound, .instalment: .settlement
    case .reminder, .limitationAlert, .judgmentAlert: .partyPrivate(.claimant)
    default: .caseFile
    }
  }

  /// Whether it only tells the claimant that another period is about to end.
  package var isAlert: Bool {
    switch self {
    case .limitationAlert, .judgmentAlert: true
    default: false
    }
  }

  package var isReminder: Bool {
    if case .reminder = self { true } else { false }
  }
}
