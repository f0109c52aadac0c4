import ArgumentParser

/// What is added to a claim, as options name it.
enum ChargeChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case costs
  case lateFee = "late-fee"
  static let prefix = "CHARGE_KIND"
}
