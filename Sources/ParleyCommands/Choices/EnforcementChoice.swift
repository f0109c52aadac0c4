import ArgumentParser

/// How a judgment is enforced, as options name them.
enum EnforcementChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case garnishment, lien, levy, other
  static let prefix = "ENFORCEMENT_KIND"
}
