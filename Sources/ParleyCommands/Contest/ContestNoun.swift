import ArgumentParser

/// `parley contest`.
struct ContestNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "contest", "Contest what was recorded for a party",
    [ContestAct.self, ContestRule.self, ContestList.self])
}
