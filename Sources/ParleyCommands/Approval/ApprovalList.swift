import ArgumentParser
package import ParleyClient
package import TerminalKit

/// What waits for a second person, as a table.
package struct ApprovalList: ListCommand {
  package static let configuration = CommandConfiguration.leaf(
    "list", "What waits for a second person", examples: ["parley approval list 7k3q-m2xw"])
  package static let procedure = Procedure.listApprovals
  package static let items = "approvals"
  package static let columns = [
    TableColumn("APPROVAL"),
    TableColumn("ACT"),
    TableColumn("ASKED BY"),
    TableColumn("ASKED"),
    TableColumn("STATE"),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") package var dispute: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(ShownName.last(element.text("name")), style: .bold),
      TableCell(ShownName.value(element.text("act"), "APPROVAL_ACT")),
      TableCell(element.text("requester")),
      .past(element.text("requestTime"), desk.times),
      TableCell(ShownName.value(element.text("state"), "APPROVAL_STATE")),
    ]
  }
}
