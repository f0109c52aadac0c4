import ArgumentParser
import ParleyClient

/// An act recorded for a party, by compartment and number: `case-1`, `settlement-2`. A bare number is
/// one of the case.
struct RecordedActReference: Hashable, Sendable, ExpressibleByArgument {
  let id: String

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let last = parts.last, let number = Int(last), number > 0 else { return nil }
    switch parts.dropLast().joined(separator: "-") {
    case "", "case": id = "case-\(number)"
    case "settlement": id = "settlement-\(number)"
    default: return nil
    }
  }

  /// The resource name.
  func name(_ dispute: DisputeID) -> PlainValue {
    .text("\(dispute.name)/recordedActs/\(id)")
  }
}
