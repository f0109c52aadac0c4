import ArgumentParser

/// How the duty to mediate first is met, as options name them.
enum MediationFirstChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case notRequired = "not-required"
  case attempted, refused, waived
  static let prefix = "MEDIATION_FIRST"
}
