import ArgumentParser

/// What is done with half a cent, as options name it.
enum BidRoundingChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case halfDown = "half-down"
  case halfUp = "half-up"
  case halfEven = "half-even"
  static let prefix = "BID_ROUNDING"
}
