import ArgumentParser

/// `parley demand`.
struct DemandNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "demand", "The formal demand",
    [
      DemandServe.self,
      DemandShow.self,
    ])
}
