/// Offers and the agreement in the making: the parties' own business, out of the arbitrator's sight.
package struct SettlementFile: Hashable, Sendable {
  package var state: SettlementState = .none
  package var offers: [Offer] = []
  package var agreement: AgreementDraft?
  package var deadlines: [Deadline] = []

  package init() {}
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
}

/// The agreement made of an accepted offer; its text is the word `agreement.text`.
package struct AgreementDraft: Hashable, Sendable {
  package let offer: Int
  package let document: DocumentHash
  package let signBy: Instant
  package var signatures: [Side: Signature]
  /// The instalments that are paid, and the one that was missed.
  package var missedInstalment: Int?
}
