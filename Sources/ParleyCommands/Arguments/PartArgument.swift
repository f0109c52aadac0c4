import ArgumentParser
import ParleyClient

/// The decision on a counterclaim: `granted`, `denied`, or `EUR 500.00` for a part.
struct PartArgument: Hashable, Sendable, ExpressibleByArgument {
  let disposition: String
  let amount: Amount?

  init?(argument: String) {
    switch argument {
    case "granted": (disposition, amount) = ("GRANTED", nil)
    case "denied": (disposition, amount) = ("DENIED", nil)
    default:
      guard let part = Amount(argument) else { return nil }
      (disposition, amount) = ("GRANTED_IN_PART", part)
    }
  }

  var value: PlainValue {
    .fields(["disposition": .text("DISPOSITION_" + disposition), "amount": amount?.money])
  }

  /// The request with the amount that the decision means: all of the counterclaim where granted,
  /// nothing where denied. Refuses a decision where there is no counterclaim.
  static func filling(
    _ request: PlainValue, counterclaims: [PlainValue]
  ) throws(CommandFailure) -> PlainValue {
    guard let decision = request["counterclaim"] else { return request }
    let standing = counterclaims.last { $0.text("state") != "COUNTERCLAIM_STATE_WITHDRAWN" }
    guard let claimed = standing.flatMap({ Amount($0["amount"] ?? .null) }) else {
      throw .usage("There is no counterclaim to decide.")
    }
    if decision["amount"] != nil { return request }
    let isDenied = decision.text("disposition") == "DISPOSITION_DENIED"
    let meant = isDenied ? Amount(currency: claimed.currency, minor: 0) : claimed
    return request.setting("counterclaim", to: decision.setting("amount", to: meant.money))
  }
}
