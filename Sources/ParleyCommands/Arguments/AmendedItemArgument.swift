import ArgumentParser
import ParleyClient

/// A claim item as it is to be: its number, then what a claim states: `2:INV-7=EUR 3,000.00@2026-05-01`.
struct AmendedItemArgument: Sendable, ExpressibleByArgument {
  let value: PlainValue

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(String(parts[0]).trimmingSpaces), number > 0,
      let claim = ClaimArgument(argument: String(parts[1]))
    else { return nil }
    value = claim.value.setting("number", to: .whole(number))
  }
}
