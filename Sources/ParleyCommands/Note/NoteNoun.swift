import ArgumentParser

/// `parley note`.
package struct NoteNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "note", "Notes, private until you say otherwise",
    [
      NoteAdd.self,
      NoteList.self,
    ])

  package init() {}
}
