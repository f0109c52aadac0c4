import ArgumentParser

/// Who collects, as options name them.
enum CollectorChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case firstParty = "first-party"
  case thirdParty = "third-party"
  static let prefix = "COLLECTOR_KIND"
}
