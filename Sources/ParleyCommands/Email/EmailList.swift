import ArgumentParser
import ParleyClient
import TerminalKit

/// E-mails in evidence, as a table.
struct EmailList: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "E-mails in evidence", examples: ["parley email list 7k3q-m2xw"])
  static let procedure = Procedure.listExhibits
  static let items = "exhibits"
  static let columns = [
    TableColumn("EXHIBIT"),
    TableColumn("WAY"),
    TableColumn("TITLE", shrinkPriority: 1),
    TableColumn("SENT"),
    TableColumn("FILED"),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(element.text("label"), value: ShownName.last(element.text("name")), style: .bold),
      TableCell(ShownName.value(element.text("direction"), "DIRECTION")),
      TableCell(element.text("title")),
      .past(element.text("occurTime"), desk.times),
      .past(element.text("fileTime"), desk.times),
    ]
  }

  func includes(_ element: PlainValue) -> Bool {
    element.text("kind") == "EXHIBIT_KIND_EMAIL"
  }
}
