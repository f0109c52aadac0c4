import ArgumentParser

/// `parley demand`.
package struct DemandNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "demand", "The formal demand",
    [
      DemandServe.self,
      DemandShow.self,
    ])

  package init() {}
}
