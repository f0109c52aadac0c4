import ArgumentParser
import ParleyClient
import TerminalKit

/// What waits for a second person, as a table.
struct ApprovalList: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "What waits for a second person", examples: ["parley approval list 7k3q-m2xw"])
  static let procedure = Procedure.listApprovals
  static let items = "approvals"
  static let columns = [
    TableColumn("APPROVAL"),
    TableColumn("ACT"),
    TableColumn("ASKED BY"),
    TableColumn("ASKED"),
    TableColumn("STATE"),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(ShownName.last(element.text("name")), style: .bold),
      TableCell(ShownName.value(element.text("act"), "APPROVAL_ACT")),
      TableCell(element.text("requester")),
      .past(element.text("requestTime"), desk.times),
      TableCell(ShownName.value(element.text("state"), "APPROVAL_STATE")),
    ]
  }
}
