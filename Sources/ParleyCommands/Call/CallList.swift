import ArgumentParser
import ParleyClient
import TerminalKit

/// Calls that were noted, as a table.
struct CallList: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Calls that were noted", examples: ["parley call list 7k3q-m2xw"])
  static let procedure = Procedure.listCalls
  static let items = "calls"
  static let columns = [
    TableColumn("CALL"),
    TableColumn("WHEN"),
    TableColumn("WAY"),
    TableColumn("OUTCOME"),
    TableColumn("PROMISED", alignment: .right),
    TableColumn("WORDS", shrinkPriority: 1),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(id(element), style: .bold),
      .past(element.text("startTime"), desk.times),
      TableCell(ShownName.value(element.text("direction"), "DIRECTION")),
      TableCell(ShownName.value(element.text("outcome"), "CALL_OUTCOME")),
      .money(element, "promisedAmount"),
      TableCell(element.text("text")),
    ]
  }

  func id(_ element: PlainValue) -> String { element.text("number") }
}
