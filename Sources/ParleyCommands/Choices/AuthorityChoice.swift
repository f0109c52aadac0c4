import ArgumentParser

/// On what authority somebody signs, as options name them.
enum AuthorityChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case principal, officer
  case powerOfAttorney = "power-of-attorney"
  case counsel
  static let prefix = "AUTHORITY"
}
