import ParleyDomain

/// A field that a list can be filtered by, and what it is compared with.
struct FilterField {
  enum Values {
    /// One of these words.
    case words([String])
    /// A moment, in quotes.
    case moment
    /// A resource name, in quotes.
    case name
  }

  let name: String
  let comparators: [FilterCondition.Comparator]
  let values: Values

  /// As a reader is told: `stage =`.
  var shown: String { name + " " + comparators.map(\.rawValue).joined(separator: " or ") }
}

extension FieldReader {
  /// Reads a filter by the fields a list knows. Refuses an unknown field, comparator or value, and
  /// a comparison made twice, saying at which character and what is known.
  mutating func conditions(
    _ text: String, of fields: [FilterField], at field: String = "filter"
  ) -> [FilterCondition] {
    do {
      let conditions = try FilterText.parse(text)
      var seen: Set<String> = []
      for condition in conditions {
        try check(condition, fields)
        guard seen.insert(condition.field + condition.comparator.rawValue).inserted else {
          throw FilterFault(
            position: condition.position, problem: "\(condition.field) was compared before")
        }
      }
      return conditions
    } catch {
      let known = fields.map(\.shown).joined(separator: ", ")
      refuse(field, "At character \(error.position): \(error.problem); known are \(known).")
      return []
    }
  }

  private func check(
    _ condition: FilterCondition, _ fields: [FilterField]
  ) throws(FilterFault) {
    guard let field = fields.first(where: { $0.name == condition.field }) else {
      throw FilterFault(
        position: condition.position, problem: "this list has no such field to filter by")
    }
    guard field.comparators.contains(condition.comparator) else {
      throw FilterFault(
        position: condition.position,
        problem: "\(field.name) is not compared with \(condition.comparator.rawValue)")
    }
    switch field.values {
    case .words(let words):
      guard words.contains(condition.value) else {
        throw FilterFault(
          position: condition.valuePosition,
          problem: "\(field.name) is one of \(words.joined(separator: ", "))")
      }
    case .moment:
      guard Instant(rfc3339: condition.value) != nil else {
        throw FilterFault(
          position: condition.valuePosition,
          problem: "\(field.name) takes a moment such as \"2026-12-07T00:00:00Z\"")
      }
    case .name:
      guard !condition.value.isEmpty else {
        throw FilterFault(
          position: condition.valuePosition, problem: "\(field.name) takes a name in quotes")
      }
    }
  }
}
