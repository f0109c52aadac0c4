import ArgumentParser

/// `parley session caucus`.
struct CaucusNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "caucus", "Separate meetings with one side (mediators)",
    [
      CaucusOpen.self,
      CaucusEnd.self,
    ])
}
