import ArgumentParser

/// `parley note`.
struct NoteNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "note", "Notes, private until you say otherwise",
    [
      NoteAdd.self,
      NoteList.self,
    ])
}
