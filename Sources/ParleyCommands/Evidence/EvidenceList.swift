import ArgumentParser
import ParleyClient
import TerminalKit

/// The exhibits you see, as a table.
struct EvidenceList: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "The exhibits you see", examples: ["parley evidence list 7k3q-m2xw"])
  static let procedure = Procedure.listExhibits
  static let items = "exhibits"
  static let columns = [
    TableColumn("EXHIBIT"),
    TableColumn("KIND"),
    TableColumn("TITLE", shrinkPriority: 1),
    TableColumn("SIZE", alignment: .right),
    TableColumn("IN", shrinkPriority: 2),
    TableColumn("FILED"),
    TableColumn("LATE"),
    TableColumn("CONTENTS", shrinkPriority: 3),
    TableColumn("RECORD"),
    TableColumn("OBJECTIONS", shrinkPriority: 3),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(element.text("label"), value: ShownName.last(element.text("name")), style: .bold),
      TableCell(ShownName.value(element.text("kind"), "EXHIBIT_KIND")),
      TableCell(element.text("title")),
      TableCell(
        ByteCount.text(Int(element.integer("sizeBytes") ?? 0)), value: element.text("sizeBytes")),
      TableCell(ShownName.value(element.text("compartment"), "COMPARTMENT")),
      .past(element.text("fileTime"), desk.times),
      TableCell(element.flag("late") ? "late" : "", style: .yellow),
      FileReadingText.contents(of: element),
      TableCell(ShownName.value(element.text("recordStanding"), "RECORD_STANDING")),
      TableCell(element.list("objections").map(objection).joined(separator: "; ")),
    ]
  }

  /// `2 hearsay: sustained`; one that is not ruled on has nothing behind it.
  private func objection(_ element: PlainValue) -> String {
    let ground = ShownName.value(element.text("ground"), "EXHIBIT_OBJECTION_GROUND")
    let ruling = ShownName.value(element.text("ruling"), "EXHIBIT_RULING")
    let end = element.text("withdrawTime").isEmpty ? ruling : "taken back"
    return "\(element.text("number")) \(ground)" + (end.isEmpty ? "" : ": \(end)")
  }
}
