package import ParleyDomain

/// Reads the fields of one request and keeps every problem it meets, so that a caller is told all
/// of them at once.
///
/// A reader answers a stand-in for what it refuses. ``read(_:)`` throws before a stand-in can leave
/// it, which is why nothing else hands the values out.
package struct FieldReader {
  package private(set) var problems: [FieldProblem] = []

  init() {}

  /// Reads a request. Throws `Refusal.invalid` with every problem met, in the order of reading.
  package static func read<Value>(
    _ body: (inout FieldReader) throws -> Value
  ) throws -> Value {
    var reader = FieldReader()
    let value = try body(&reader)
    try reader.finish()
    return value
  }

  /// Notes a problem: what is wrong with the field and what would be right, as one sentence.
  package mutating func refuse(_ field: String, _ problem: String) {
    problems.append(FieldProblem(field, problem))
  }

  /// Throws when a problem was met.
  func finish() throws(Refusal) {
    guard problems.isEmpty else { throw .invalid(problems) }
  }
}

extension FieldReader {
  /// The refusal of one field.
  static func refusal(_ field: String, _ problem: String) -> Refusal {
    .invalid([FieldProblem(field, problem)])
  }
}
