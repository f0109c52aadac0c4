import ArgumentParser
import ParleyClient

/// An exhibit as it is cited, `E-1` or `M-2`, or by compartment and number, `case-1`.
struct ExhibitReference: Hashable, Sendable, ExpressibleByArgument {
  /// `case-1`.
  let id: String

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last, let number = Int(last), number > 0, parts.count >= 2 else {
      return nil
    }
    let front = parts.dropLast().joined(separator: "-")
    if let compartment = Self.letters[front.uppercased()] {
      id = "\(compartment)-\(number)"
    } else if Self.letters.values.contains(front.lowercased()) {
      id = "\(front.lowercased())-\(number)"
    } else {
      return nil
    }
  }

  /// The resource name.
  func name(_ dispute: DisputeID) -> PlainValue {
    .text("\(dispute.name)/exhibits/\(id)")
  }

  /// The label of an exhibit's resource name: `E-1` of `disputes/7k3qm2xw/exhibits/case-1`.
  static func label(ofName name: String) -> String {
    let id = ShownName.last(name)
    guard let hyphen = id.lastIndex(of: "-"),
      let letters = letters.first(where: { $0.value == id[..<hyphen] })?.key
    else { return id }
    return letters + id[hyphen...]
  }

  private static let letters = letters(first)

  /// The letters of the first in a seat, and of each who came after: `D`, `D2`, `D3`, `D4`.
  private static func letters(_ first: [String: String]) -> [String: String] {
    var all = first
    for letter in ["PR", "CC", "CR", "N", "D"] {
      guard let name = first[letter] else { continue }
      for term in 2...4 { all["\(letter)\(term)"] = "\(name)-\(term)" }
    }
    return all
  }

  private static let first = [
    "E": "case", "PC": "party-private-claimant", "PR": "party-private-respondent",
    "S": "settlement", "M": "mediation", "CC": "caucus-claimant", "CR": "caucus-respondent",
    "N": "neutral-private", "BC": "bid-claimant", "BR": "bid-respondent", "D": "deliberation",
    "I": "internal",
  ]
}
