import ArgumentParser

/// The outcomes that a command of its own leads to, as options name them.
enum OutcomeChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case timeBarred = "time-barred"
  case discharged, assigned
  case duplicateOrError = "duplicate-or-error"
  static let prefix = "OUTCOME"
}
