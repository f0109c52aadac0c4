extension RuleProfile {
  /// The profile that applies where no jurisdiction has one of its own. Every number may be
  /// overridden by a profile; none is legal advice. The sources are given beside each.
  package static let generic = RuleProfile(
    name: "generic-2026.1",
    // Default of this product.
    graceDaysDefault: 14,
    // The guide for brokers: "typically no more than 30 days".
    graceDaysMax: 30,
    // Default of this product.
    cureDays: 14,
    // Default of this product.
    offerDaysMax: 30,
    // Default of this product.
    signingDays: 14,
    // Default of this product.
    mediationConsentDays: 14,
    // Default of this product.
    objectionDays: 7,
    // The window of a court-run online mediation (Yolo County: 45 days).
    mediationWindowDays: 45,
    // AAA Commercial R-5 (to be re-read); the Civil Resolution Tribunal has 14 too.
    answerDays: 14,
    // AAA Commercial R-48: 30 days from the close of the record (to be re-read).
    awardDays: 30,
    // AAA Commercial R-52: 20 days (to be re-read).
    correctionDays: 20,
    // The Civil Resolution Tribunal cancels a default decision within 28 days.
    setAsideDays: 28,
    // The Breathing Space of England and Wales: 60 days, one in 12 months.
    respiteDaysMax: 60,
    respitePauseDays: 365,
    // Default of this product.
    planGraceDays: 5,
    // Default of this product.
    assessmentDaysMax: 90,
    // Default of this product, for an organization of one.
    coolingOffHours: 24,
    // Default of this product: 30 per cent.
    discountBasisPointsMax: 3000,
    // Default of this product: the claimant asks for default and still proves the amount.
    silenceIsDenial: false)
}
