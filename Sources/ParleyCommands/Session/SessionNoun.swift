import ArgumentParser

/// `parley session`.
struct SessionNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "session", "Sessions of a mediation (mediators)",
    [
      SessionSchedule.self,
      SessionOpen.self,
      SessionAdjourn.self,
      SessionEnd.self,
      CaucusNoun.self,
    ])
}
