import ArgumentParser

/// Why a dispute has to wait, as options name it.
enum HoldChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case admin
  case breathingSpace = "breathing-space"
  case insolvencyStay = "insolvency-stay"
  case tollingAgreement = "tolling-agreement"
  case partyStay = "party-stay"
  case deceased
  case fraudReview = "fraud-review"
  case litigationHold = "litigation-hold"
  static let prefix = "HOLD_KIND"
}
