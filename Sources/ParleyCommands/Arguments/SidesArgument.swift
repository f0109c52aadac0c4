import ArgumentParser
import ParleyClient

/// Sides with commas between: `claimant,respondent`, or `both`.
struct SidesArgument: Hashable, Sendable, ExpressibleByArgument {
  let sides: [SideChoice]

  init?(argument: String) {
    if argument == "both" {
      sides = SideChoice.allCases
      return
    }
    let named = argument.split(separator: ",").map { PartyName(rawValue: String($0))?.side }
    let known = named.compactMap { $0 }
    guard !known.isEmpty, known.count == named.count, Set(known).count == known.count else {
      return nil
    }
    sides = known
  }

  var value: PlainValue { .list(sides.map(\.wire)) }
}
