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
  /// The claimant's reply to a counterclaim.
  case reply
  /// The party may contest what was recorded for it in the case file.
  case recordedContest
  /// The same of what was recorded for it among the offers.
  case settlementContest

  /// The stable name a client sees.
  package var name: String {
    switch self {
    case .cure: "CURE"
    case .grace: "GRACE"
    case .offerExpiry(let number): "OFFER_EXPIRY_\(number)"
    case .signing: "SIGNING"
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
    case .reply: "REPLY"
    case .recordedContest: "RECORDED_CONTEST"
    case .settlementContest: "SETTLEMENT_CONTEST"
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
