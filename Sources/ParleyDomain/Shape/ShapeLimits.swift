/// How much one dispute may hold of a thing, each with its reason.
package enum ShapeLimits {
  /// A claim is read item by item by people.
  package static let items = 200
  /// Ten years of monthly payments.
  package static let instalments = 120
  /// A demand that gives more than a year is no demand.
  package static let graceDays = 365
  /// Time to cure a default; longer than a quarter it is a new plan.
  package static let cureDays = 90
  /// ISO 3166-2 codes are six characters; some national ones are longer.
  package static let jurisdiction = 16
  /// References of banks and registries.
  package static let reference = 140
  package static let mediaType = 100
}
