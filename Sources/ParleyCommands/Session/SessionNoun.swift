import ArgumentParser

/// `parley session`.
package struct SessionNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "session", "Sessions of a mediation (mediators)",
    [
      SessionSchedule.self,
      SessionOpen.self,
      SessionAdjourn.self,
      SessionEnd.self,
      CaucusNoun.self,
    ])

  package init() {}
}
