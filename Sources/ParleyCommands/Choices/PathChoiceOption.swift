import ArgumentParser

/// The ways forward, as options name them.
enum PathChoiceOption: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case collections, counsel
  case smallClaims = "small-claims"
  case lawsuit, arbitration
  case writeOff = "write-off"
  case settle
  static let prefix = "PATH_CHOICE"
}
