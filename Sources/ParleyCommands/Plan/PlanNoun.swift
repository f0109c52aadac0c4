import ArgumentParser

/// `parley plan`.
struct PlanNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "plan", "What follows when a settlement is not performed",
    [PlanElect.self, PlanReinstate.self])
}
