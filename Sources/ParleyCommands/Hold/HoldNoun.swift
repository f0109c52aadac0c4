import ArgumentParser

/// `parley hold`.
struct HoldNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "hold", "Moratoria, stays and other holds", [HoldPlace.self, HoldLift.self, HoldList.self])
}
