import ParleyDomain

/// The wording of one compartment, by path; what was never given or is erased reads empty.
struct WordReading {
  private let words: [String: String]

  init(_ dispute: Dispute, _ compartment: Compartment) {
    words = dispute.records[compartment]?.words ?? [:]
  }

  subscript(path: String) -> String { words[path] ?? "" }
}
