import ArgumentParser

/// The clauses a contract may hold, as options name them.
enum ClauseChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case lateFee = "late-fee"
  case interestRate = "interest-rate"
  case serviceHold = "service-hold"
  case arbitration
  case mediationFirst = "mediation-first"
  case creditReporting = "credit-reporting"
  case attorneyFees = "attorney-fees"
  case acceleration
  static let prefix = "CLAUSE"
}
