/// How much one dispute may hold of a thing, each with its reason.
package enum ShapeLimits {
  /// A claim is read item by item by people.
  package static let items = 200
  /// What is added to a claim is read one by one too.
  package static let charges = 200
  /// Ten years of monthly payments.
  package static let instalments = 120
  /// A demand that gives more than a year is no demand.
  package static let graceDays = 365
  /// Time to cure a default; longer than a quarter it is a new plan.
  package static let cureDays = 90
  /// ISO 3166-2 codes are six characters; some national ones are longer.
  package static let jurisdiction = 16
  /// Yearly, in basis points: above this a rate is a mistake, or usury everywhere.
  package static let contractBasisPoints = 10_000
  /// In the smallest unit. Interest for longer than any claim lives stays far inside 64 bits.
  package static let interestBearing: Int64 = 1_000_000_000_000_000
  /// Interest is reckoned for claims that fell due no longer ago.
  package static let interestYearFirst = 1970
  /// How far ahead a quote looks: ten years, as the longest plan.
  package static let quoteDaysAhead = 3_653
  /// More than ten rounds of bids are haggling.
  package static let bidRounds = 10
  /// A round longer than a month is forgotten.
  package static let bidRoundDays = 30
  /// References of banks and registries.
  package static let reference = 140
  package static let mediaType = 100
}
