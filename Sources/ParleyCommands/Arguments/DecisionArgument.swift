import ArgumentParser
import ParleyClient

/// The decision on one item: `1=granted`, `2=denied`, `3=EUR 1,200.00` for a part.
struct DecisionArgument: Hashable, Sendable, ExpressibleByArgument {
  let item: Int
  let disposition: String
  let amount: Amount?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let item = Int(parts[0]), item > 0 else { return nil }
    self.item = item
    switch parts[1] {
    case "granted": (disposition, amount) = ("GRANTED", nil)
    case "denied": (disposition, amount) = ("DENIED", nil)
    default:
      guard let part = Amount(String(parts[1])) else { return nil }
      (disposition, amount) = ("GRANTED_IN_PART", part)
    }
  }

  var value: PlainValue {
    .fields([
      "item": .whole(item), "disposition": .text("DISPOSITION_" + disposition),
      "amount": amount?.money,
    ])
  }

  /// The request with the amount of every item: all of it where granted, nothing where denied;
  /// and nothing for interest and costs that were not named. Refuses an item that is not claimed.
  static func filling(
    _ request: PlainValue, items: [PlainValue]
  ) throws(CommandFailure) -> PlainValue {
    var currency = ""
    var decisions: [PlainValue] = []
    for decision in request.list("items") {
      let number = decision.text("item")
      guard let claimed = items.first(where: { $0.text("number") == number }),
        let amount = Amount(claimed["amount"] ?? .null)
      else { throw .usage("There is no item \(number) in the claim.") }
      currency = amount.currency
      let isDenied = decision.text("disposition") == "DISPOSITION_DENIED"
      let stated = decision["amount"] ?? (isDenied ? zero(currency) : amount.money)
      decisions.append(decision.setting("amount", to: stated))
    }
    var filled = request.setting("items", to: .list(decisions))
    for part in ["interest", "costs"] where filled[part] == nil {
      filled = filled.setting(part, to: zero(currency))
    }
    return filled
  }

  private static func zero(_ currency: String) -> PlainValue {
    Amount(currency: currency, minor: 0).money
  }
}
