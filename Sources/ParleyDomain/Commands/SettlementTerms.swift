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

  package init(
    kind: OfferKind, amount: Money, schedule: [Instalment], expiresInDays: Int,
    inReplyTo: Int? = nil, by: Side? = nil
  ) {
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

/// Money received, as the claimant's side posts it.
package struct Payment: Hashable, Sendable {
  package let amount: Money
  package let valueDate: CivilDate
  package let method: PaymentMethod
  /// Unique within the dispute: the same reference posts once.
  package let bankReference: String

  package init(amount: Money, valueDate: CivilDate, method: PaymentMethod, bankReference: String) {
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
