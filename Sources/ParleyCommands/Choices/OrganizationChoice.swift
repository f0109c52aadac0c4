import ArgumentParser

/// What an organization is, as options name them.
enum OrganizationChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case brokerage, institution
  static let prefix = "ORGANIZATION_KIND"
}
