import ArgumentParser

/// `parley admin panel`.
struct AdminPanelNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "panel", "The panel of neutrals",
    [AdminPanelAdd.self, AdminPanelRemove.self, AdminPanelList.self, AdminRelationNoun.self])
}
