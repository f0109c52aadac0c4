import ArgumentParser
import ParleyClient

/// A clause and where it stands: `arbitration:p3`, `interest-rate:p. 2, par. 4`, `acceleration`.
struct ClauseArgument: Hashable, Sendable, ExpressibleByArgument {
  let clause: ClauseChoice
  let reference: String?

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0] == "interest" ? "interest-rate" : String(parts[0])
    guard let clause = ClauseChoice(rawValue: name) else { return nil }
    self.clause = clause
    guard parts.count == 2 else {
      reference = nil
      return
    }
    let place = String(parts[1]).trimmingSpaces
    guard !place.isEmpty else { return nil }
    // "p3" is how people type "p. 3".
    let digits = place.dropFirst()
    reference = place.hasPrefix("p") && Int(digits) != nil ? "p. \(digits)" : place
  }

  var value: PlainValue {
    .fields(["clause": clause.wire, "reference": .text(of: reference)])
  }
}
