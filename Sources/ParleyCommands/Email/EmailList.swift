import ArgumentParser
package import ParleyClient
package import TerminalKit

/// E-mails in evidence, as a table.
package struct EmailList: ListCommand {
  package static let configuration = CommandConfiguration.leaf(
    "list", "E-mails in evidence", examples: ["parley email list 7k3q-m2xw"])
  package static let procedure = Procedure.listExhibits
  package static let items = "exhibits"
  package static let columns = [
    TableColumn("EXHIBIT"),
    TableColumn("WAY"),
    TableColumn("TITLE", shrinkPriority: 1),
    TableColumn("SENT"),
    TableColumn("FILED"),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") package var dispute: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(element.text("label"), value: ShownName.last(element.text("name")), style: .bold),
      TableCell(ShownName.value(element.text("direction"), "DIRECTION")),
      TableCell(element.text("title")),
      .past(element.text("occurTime"), desk.times),
      .past(element.text("fileTime"), desk.times),
    ]
  }

  package func includes(_ element: PlainValue) -> Bool {
    element.text("kind") == "EXHIBIT_KIND_EMAIL"
  }
}
