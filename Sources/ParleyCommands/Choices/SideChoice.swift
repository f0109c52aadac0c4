import ArgumentParser

/// The sides, as options name them.
enum SideChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case claimant, respondent
  static let prefix = "SIDE"
}
