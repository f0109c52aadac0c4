/// Collects what is wrong with a request, so that all of it is said at once.
struct Problems {
  private(set) var found: [FieldProblem] = []

  mutating func add(_ field: String, _ problem: String) {
    found.append(FieldProblem(field, problem))
  }

  mutating func require(_ holds: Bool, _ field: String, _ problem: String) {
    if !holds { add(field, problem) }
  }

  mutating func money(_ amount: Money, _ field: String, in currency: Currency, zero: Bool = false) {
    if amount.currency != currency {
      add(field, "Must be in \(currency.code), the currency of the claim.")
    } else if amount.minorUnits < 0 || (!zero && amount.minorUnits == 0) {
      add(field, zero ? "Must not be negative." : "Must be more than zero.")
    }
  }

  mutating func token(_ text: String, _ field: String, charactersMax: Int) {
    if text.isEmpty {
      add(field, "Must not be empty.")
    } else if text.count > charactersMax || text.utf8.count > charactersMax * 4 {
      add(field, "Must be at most \(charactersMax) characters.")
    } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      add(field, "Must not hold control characters.")
    }
  }
}
