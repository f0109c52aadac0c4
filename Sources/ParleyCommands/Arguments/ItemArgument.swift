import ArgumentParser
import ParleyClient

/// What is said of one claim item: `2`, `all`, `2=EUR 3,000.00`, `2=EUR 3,000.00: two pallets
/// were damaged`, `1: it was paid in May`.
struct ItemArgument: Hashable, Sendable, ExpressibleByArgument {
  /// 0 for all items.
  let item: Int
  let amount: Amount?
  let words: String?

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts.count == 2 ? String(parts[1]).trimmingSpaces : nil
    let front = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(front[0]).trimmingSpaces
    if name == "all" {
      item = 0
    } else {
      guard let number = Int(name), number > 0 else { return nil }
      item = number
    }
    if front.count == 2 {
      guard item > 0, let stated = Amount(String(front[1])) else { return nil }
      amount = stated
    } else {
      amount = nil
    }
    guard words?.isEmpty != true else { return nil }
    self.words = words
  }
}
