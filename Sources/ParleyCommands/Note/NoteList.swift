import ArgumentParser
package import ParleyClient
package import TerminalKit

/// Notes in the docket that you see, as a table.
package struct NoteList: ListCommand {
  package static let configuration = CommandConfiguration.leaf(
    "list", "Notes in the docket that you see", examples: ["parley note list 7k3q-m2xw"])
  package static let procedure = Procedure.listEntries
  package static let items = "entries"
  package static let columns = [
    TableColumn("WHEN"),
    TableColumn("IN"),
    TableColumn("BY"),
    TableColumn("NOTE", shrinkPriority: 1),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") package var dispute: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      .past(element.text("fileTime"), desk.times),
      TableCell(ShownName.value(element.text("compartment"), "COMPARTMENT")),
      TableCell(element.text("actorDisplayName")),
      TableCell(element.list("words").map { $0.text("text") }.joined(separator: " ")),
    ]
  }

  package func includes(_ element: PlainValue) -> Bool {
    ["NOTE_ADDED", "MEDIATION_NOTE_ADDED", "DELIBERATION_NOTED"].contains(element.text("event"))
  }
}
