import ArgumentParser

/// What follows on default of a settlement, as options name it.
enum RemedyChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case accelerate, reinstate
  case consentJudgment = "consent-judgment"
  static let prefix = "REMEDY"
}
