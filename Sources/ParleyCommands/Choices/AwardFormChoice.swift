import ArgumentParser

/// The form of an award, as options name them.
enum AwardFormChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case standard, reasoned
  static let prefix = "AWARD_FORM"
}
