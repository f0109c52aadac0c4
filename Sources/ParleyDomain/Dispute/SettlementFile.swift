/// Offers and the agreement in the making: the parties' own business, out of the arbitrator's sight.
package struct SettlementFile: Hashable, Sendable {
  package var state: SettlementState = .none
  package var offers: [Offer] = []
  package var agreement: AgreementDraft?
  /// Double-blind biddings, in order; at most the last one is not over.
  package var biddings: [Bidding] = []
  /// What each side agreed that an award is held to.
  package var bounds: [Side: AwardBound] = [:]
  package var deadlines: [Deadline] = []
  /// Set when all have signed: the sum and the schedule. Out of the arbitrator's sight, as the
  /// offers are.
  package var concluded: ConcludedSettlement?
  /// Settlements of some claim items, in order; at most the last one is not performed.
  package var parts: [PartSettlement] = []
  /// Who asks that it be recorded as an award.
  package var consentAwardAskedBy: Set<Side> = []
  /// The periods in which the settlement was being performed; the clocks of the stage stood still.
  package var tolls: [TollSpan] = []
  /// Its part of what the postings of the ledger are derived from.
  package var ledger: [LedgerFact] = []

  package init() {}
}

/// What all parties have signed.
package struct ConcludedSettlement: Hashable, Sendable {
  package let terms: OfferTerms
  package let concludedAt: Instant
  /// How many payments were posted before; the sum that was agreed takes them into account.
  package let paymentsBefore: Int
  /// Set once the whole rest has fallen due.
  package var acceleratedAt: Instant?
}

extension Dispute {
  /// Whether something is unpaid that has fallen due, its grace included: an instalment that was
  /// missed or, once accelerated, the rest.
  var isInArrears: Bool {
    if let part = settlement.part, part.acceleratedAt != nil { return unpaid(of: part) > 0 }
    if settlement.concluded?.acceleratedAt != nil { return balance.isPositive }
    guard let missed = settlement.agreement?.missedInstalment else { return false }
    return !isPaid(instalment: missed)
  }
}

/// A period during which other clocks stand still; open while `to` is nil.
package struct TollSpan: Hashable, Sendable {
  package let from: Instant
  package var to: Instant?
}

package struct Offer: Hashable, Sendable {
  package enum Step: String, CaseIterable, Sendable {
    case open = "OPEN"
    case accepted = "ACCEPTED"
    case rejected = "REJECTED"
    case withdrawn = "WITHDRAWN"
    case expired = "EXPIRED"
    case countered = "COUNTERED"
    case superseded = "SUPERSEDED"
  }

  package let number: Int
  package let terms: OfferTerms
  package let by: Side
  package let madeAt: Instant
  package let expiresAt: Instant
  package var step: Step
  /// The bidding that it comes of: then nobody offered it, and both bids met at it.
  package let bidding: Int?

  package init(
    number: Int, terms: OfferTerms, by: Side, madeAt: Instant, expiresAt: Instant, step: Step,
    bidding: Int? = nil
  ) {
    self.number = number
    self.terms = terms
    self.by = by
    self.madeAt = madeAt
    self.expiresAt = expiresAt
    self.step = step
    self.bidding = bidding
  }
}

/// The agreement made of an accepted offer; its text is the word `agreement.N.text`, N being
/// the number of the offer.
package struct AgreementDraft: Hashable, Sendable {
  package let offer: Int
  package let document: DocumentHash
  package let signBy: Instant
  package var signatures: [Side: Signature]
  /// The last instalment that was missed.
  package var missedInstalment: Int?
}
