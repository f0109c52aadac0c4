import ArgumentParser

/// `parley admin panel relation`.
struct AdminRelationNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "relation", "Relationships of neutrals, searched at nomination",
    [AdminRelationAdd.self, AdminRelationList.self, AdminRelationEnd.self])
}
