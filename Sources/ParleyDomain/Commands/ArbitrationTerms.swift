/// What binds the parties to arbitrate.
package enum ArbitrationBasis: String, CaseIterable, Sendable {
  case contractClause = "CONTRACT_CLAUSE"
  case signedSubmission = "SIGNED_SUBMISSION"
}

/// How the duty to mediate first is met.
package enum MediationFirst: String, CaseIterable, Sendable {
  case notRequired = "NOT_REQUIRED"
  case attempted = "ATTEMPTED"
  case refused = "REFUSED"
  case waived = "WAIVED"
}

/// A demand for arbitration (T15). Relief sought is the word `arbitration.relief`.
package struct ArbitrationDemand: Hashable, Sendable {
  package let basis: ArbitrationBasis
  /// The contract or submission, as an exhibit of the case file.
  package let agreement: ExhibitID
  package let mediationFirst: MediationFirst
  package let feeReference: String

  package init(
    basis: ArbitrationBasis, agreement: ExhibitID, mediationFirst: MediationFirst,
    feeReference: String
  ) {
    self.basis = basis
    self.agreement = agreement
    self.mediationFirst = mediationFirst
    self.feeReference = feeReference
  }
}

/// What the arbitrator orders.
package enum OrderKind: String, CaseIterable, Sendable {
  case evidenceTimetable = "EVIDENCE_TIMETABLE"
  case hearing = "HEARING"
  case production = "PRODUCTION"
  case other = "OTHER"
}

/// A procedural order. Its text is the word `order.text`.
package struct ProceduralOrder: Hashable, Sendable {
  package let kind: OrderKind
  /// For a timetable: the day the exchange of evidence ends.
  package let due: CivilDate?

  package init(kind: OrderKind, due: CivilDate? = nil) {
    self.kind = kind
    self.due = due
  }
}

/// What an award does with one claim item.
package enum Disposition: String, CaseIterable, Sendable {
  case granted = "GRANTED"
  case grantedInPart = "GRANTED_IN_PART"
  case denied = "DENIED"
}

/// The decision on one claim item.
package struct ItemAward: Hashable, Sendable {
  package let item: Int
  package let disposition: Disposition
  package let amount: Money

  package init(item: Int, disposition: Disposition, amount: Money) {
    self.item = item
    self.disposition = disposition
    self.amount = amount
  }
}

/// The form of an award.
package enum AwardForm: String, CaseIterable, Sendable {
  case standard = "STANDARD"
  case reasoned = "REASONED"
  /// On agreed terms: the sums are those of the settlement that all have signed.
  case consent = "CONSENT"
}

/// What the parties have settled and ask the arbitrator to record as an award on agreed terms
/// (UNCITRAL Model Law on International Commercial Arbitration, article 30).
package struct AgreedTerms: Hashable, Sendable {
  /// The whole that is paid under the settlement.
  package let amount: Money
  /// When it is paid, in parts that sum to it; a lump sum is one.
  package let schedule: [Instalment]
  /// The agreement that all have signed.
  package let document: DocumentHash
  /// How many payments were posted before they settled; the sum takes those into account.
  package let paymentsBefore: Int
  /// The last moment of the last payment, its grace included.
  package let payBy: Instant

  package init(
    amount: Money, schedule: [Instalment], document: DocumentHash, paymentsBefore: Int,
    payBy: Instant
  ) {
    self.amount = amount
    self.schedule = schedule
    self.document = document
    self.paymentsBefore = paymentsBefore
    self.payBy = payBy
  }
}

/// An award. Its text is the word `award.text`.
package struct AwardTerms: Hashable, Sendable {
  package let items: [ItemAward]
  package let interest: Money
  package let costs: Money
  package let payBy: CivilDate
  package let form: AwardForm
  package let document: DocumentHash
  /// The decision on the counterclaim, where there is one to decide.
  package let counterclaim: CounterclaimAward?
  /// What the parties agreed, where the award records that instead of decisions on the items.
  package let agreed: AgreedTerms?
  /// Interest on the whole from the day after `payBy` until it is paid; nil for none.
  package let interestAfter: InterestPin?

  package init(
    items: [ItemAward], interest: Money, costs: Money, payBy: CivilDate, form: AwardForm,
    document: DocumentHash, counterclaim: CounterclaimAward? = nil, agreed: AgreedTerms? = nil,
    interestAfter: InterestPin? = nil
  ) {
    self.interestAfter = interestAfter
    self.counterclaim = counterclaim
    self.agreed = agreed
    self.items = items
    self.interest = interest
    self.costs = costs
    self.payBy = payBy
    self.form = form
    self.document = document
  }
}
