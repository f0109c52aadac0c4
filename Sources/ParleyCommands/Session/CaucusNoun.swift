import ArgumentParser

/// `parley session caucus`.
package struct CaucusNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "caucus", "Separate meetings with one side (mediators)",
    [
      CaucusOpen.self,
      CaucusEnd.self,
    ])

  package init() {}
}
