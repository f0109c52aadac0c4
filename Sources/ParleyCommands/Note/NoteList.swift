import ArgumentParser
import ParleyClient
import TerminalKit

/// Notes in the docket that you see, as a table.
struct NoteList: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Notes in the docket that you see", examples: ["parley note list 7k3q-m2xw"])
  static let procedure = Procedure.listEntries
  static let items = "entries"
  static let columns = [
    TableColumn("WHEN"),
    TableColumn("IN"),
    TableColumn("NUMBER"),
    TableColumn("BY"),
    TableColumn("NOTE", shrinkPriority: 1),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      .past(element.text("fileTime"), desk.times),
      TableCell(ShownName.value(element.text("compartment"), "COMPARTMENT")),
      TableCell(number(element)),
      TableCell(element.text("actorDisplayName")),
      TableCell(element.list("words").map { $0.text("text") }.joined(separator: " ")),
    ]
  }

  /// As `evidence add --from note:N` takes it: it stands in the path of its words.
  private func number(_ element: PlainValue) -> String {
    let path = element.list("words").first?.text("path") ?? ""
    let parts = path.split(separator: ".")
    return parts.count > 1 && parts[0] == "note" ? String(parts[1]) : ""
  }

  func includes(_ element: PlainValue) -> Bool {
    ["NOTE_ADDED", "MEDIATION_NOTE_ADDED", "DELIBERATION_NOTED"].contains(element.text("event"))
  }
}
