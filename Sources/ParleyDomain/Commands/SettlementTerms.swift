/// What is offered.
package enum OfferKind: String, CaseIterable, Sendable {
  case discount = "DISCOUNT"
  case lumpSum = "LUMP_SUM"
  case plan = "PLAN"
}

/// One payment of a plan.
package struct Instalment: Hashable, Sendable {
  package let number: Int
  package let due: CivilDate
  package let amount: Money

  package init(number: Int, due: CivilDate, amount: Money) {
    self.number = number
    self.due = due
    self.amount = amount
  }
}

/// What the claimant may do once a settlement is in default and was not cured in time.
package enum Remedy: String, CaseIterable, Sendable {
  /// The whole rest falls due at once.
  case accelerate = "ACCELERATE"
  /// The original claim is taken up again, less what was paid on it.
  case reinstate = "REINSTATE"
  /// The whole rest falls due and goes to counsel, for a judgment that the respondent consents to.
  case consentJudgment = "CONSENT_JUDGMENT"
}

/// What is agreed for the case of default.
package struct DefaultClause: Hashable, Sendable {
  /// Days after the day of a payment within which it is still in time.
  package let graceDays: Int
  /// Days after the default within which paying the arrears cures it.
  package let cureDays: Int
  package let remedy: Remedy

  package init(graceDays: Int, cureDays: Int, remedy: Remedy) {
    self.graceDays = graceDays
    self.cureDays = cureDays
    self.remedy = remedy
  }
}

/// An offer to settle. Conditions are the word `offer.conditions`.
package struct OfferTerms: Hashable, Sendable {
  package let kind: OfferKind
  /// The whole that would be paid.
  package let amount: Money
  /// A lump sum is one instalment; they sum to the amount.
  package let schedule: [Instalment]
  package let expiresInDays: Int
  /// The offer of the other side that this one counters; that one then stands countered.
  package let inReplyTo: Int?
  /// Whose offer a mediator carries; nil for one's own.
  package let by: Side?
  /// What is agreed for the case of default; nil for the grace of the profile and no remedy.
  package let defaultClause: DefaultClause?
  /// The claim items it settles, by number, while the rest goes on; empty for the whole claim.
  package let items: [Int]

  package init(
    kind: OfferKind, amount: Money, schedule: [Instalment], expiresInDays: Int,
    inReplyTo: Int? = nil, by: Side? = nil, defaultClause: DefaultClause? = nil,
    items: [Int] = []
  ) {
    self.items = items
    self.defaultClause = defaultClause
    self.kind = kind
    self.amount = amount
    self.schedule = schedule
    self.expiresInDays = expiresInDays
    self.inReplyTo = inReplyTo
    self.by = by
  }
}

/// On what authority somebody signs.
package enum Authority: String, CaseIterable, Sendable {
  case principal = "PRINCIPAL"
  case officer = "OFFICER"
  case powerOfAttorney = "POWER_OF_ATTORNEY"
  case counsel = "COUNSEL"
}

/// A signature over a document. The name that signs is the word `signature.name`.
package struct Signature: Hashable, Sendable {
  package let document: DocumentHash
  package let authority: Authority

  package init(document: DocumentHash, authority: Authority) {
    self.document = document
    self.authority = authority
  }
}

/// How money came.
package enum PaymentMethod: String, CaseIterable, Sendable {
  case bankTransfer = "BANK_TRANSFER"
  case card = "CARD"
  case cash = "CASH"
  case cheque = "CHEQUE"
  case directDebit = "DIRECT_DEBIT"
  case other = "OTHER"
}

/// What came in another currency than that of the claim, and at which rate it counts. Where the rate
/// comes from is the word `payment.rateSource`.
package struct ForeignReceipt: Hashable, Sendable {
  package let amount: Money
  /// Of the claim's currency for one unit of that.
  package let rate: ExchangeRate
  /// The day of the rate.
  package let rateOn: CivilDate

  package init(amount: Money, rate: ExchangeRate, rateOn: CivilDate) {
    self.amount = amount
    self.rate = rate
    self.rateOn = rateOn
  }
}

/// A payment that its payer marked as full and final: it is an offer, and is decided as one before it is
/// posted, so that nobody settles a claim by banking a cheque.
package enum Tender: Hashable, Sendable {
  /// Nobody has decided on it.
  case undecided
  /// By the offer of that number, which was accepted, or rejected: then it counts as part payment.
  case decided(offer: Int)
}

/// Money received, as the claimant's side posts it.
package struct Payment: Hashable, Sendable {
  package let amount: Money
  package let valueDate: CivilDate
  package let method: PaymentMethod
  /// Unique within the dispute: the same reference posts once.
  package let bankReference: String
  /// What came, where that was another currency; the amount is what it comes to.
  package let received: ForeignReceipt?
  /// The enforcement it came by, by its number; nil for what was paid otherwise.
  package let enforcement: Int?
  /// Set where its payer marked it as full and final.
  package let tender: Tender?

  package init(
    amount: Money, valueDate: CivilDate, method: PaymentMethod, bankReference: String,
    received: ForeignReceipt? = nil, enforcement: Int? = nil, tender: Tender? = nil
  ) {
    self.tender = tender
    self.enforcement = enforcement
    self.received = received
    self.amount = amount
    self.valueDate = valueDate
    self.method = method
    self.bankReference = bankReference
  }
}

/// What the respondent says was paid; it changes no balance.
package struct PaymentReport: Hashable, Sendable {
  package let amount: Money
  package let paidOn: CivilDate
  package let proof: ExhibitID?

  package init(amount: Money, paidOn: CivilDate, proof: ExhibitID? = nil) {
    self.amount = amount
    self.paidOn = paidOn
    self.proof = proof
  }
}
