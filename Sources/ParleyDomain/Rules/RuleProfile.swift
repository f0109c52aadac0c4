/// The numbers of procedure, dated and sourced. A dispute pins the name and version it was opened
/// under.
package struct RuleProfile: Hashable, Sendable {
  /// Name and version: `generic-2026.1`.
  package let name: String
  package let graceDaysDefault: Int
  package let graceDaysMax: Int
  package let cureDays: Int
  package let offerDaysMax: Int
  package let signingDays: Int
  package let mediationConsentDays: Int
  package let objectionDays: Int
  package let mediationWindowDays: Int
  package let answerDays: Int
  package let awardDays: Int
  package let correctionDays: Int
  package let setAsideDays: Int
  /// The longest debt respite of an individual with a stated end, and how soon the next may follow.
  package let respiteDaysMax: Int
  package let respitePauseDays: Int
  package let planGraceDays: Int
  package let assessmentDaysMax: Int
  package let coolingOffHours: Int
  /// Discounts above this share of the quote, in basis points, need a second person.
  package let discountBasisPointsMax: Int
  /// Whether a demand that is not answered counts as denied; otherwise default may be requested.
  package let silenceIsDenial: Bool
}
