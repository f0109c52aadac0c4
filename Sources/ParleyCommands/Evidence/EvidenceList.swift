import ArgumentParser
package import ParleyClient
package import TerminalKit

/// The exhibits you see, as a table.
package struct EvidenceList: ListCommand {
  package static let configuration = CommandConfiguration.leaf(
    "list", "The exhibits you see", examples: ["parley evidence list 7k3q-m2xw"])
  package static let procedure = Procedure.listExhibits
  package static let items = "exhibits"
  package static let columns = [
    TableColumn("EXHIBIT"),
    TableColumn("KIND"),
    TableColumn("TITLE", shrinkPriority: 1),
    TableColumn("SIZE", alignment: .right),
    TableColumn("IN", shrinkPriority: 2),
    TableColumn("FILED"),
    TableColumn("LATE"),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") package var dispute: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(element.text("label"), value: ShownName.last(element.text("name")), style: .bold),
      TableCell(ShownName.value(element.text("kind"), "EXHIBIT_KIND")),
      TableCell(element.text("title")),
      TableCell(
        ByteCount.text(Int(element.integer("sizeBytes") ?? 0)), value: element.text("sizeBytes")),
      TableCell(ShownName.value(element.text("compartment"), "COMPARTMENT")),
      .past(element.text("fileTime"), desk.times),
      TableCell(element.flag("late") ? "late" : "", style: .yellow),
    ]
  }
}
