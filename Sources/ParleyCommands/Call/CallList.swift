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
    TableColumn("NUMBER"),
    TableColumn("PROMISED", alignment: .right),
    TableColumn("KEPT"),
    TableColumn("OFFERED", alignment: .right),
    TableColumn("WORDS", shrinkPriority: 1),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(id(element), style: .bold),
      start(element, desk),
      TableCell(ShownName.value(element.text("direction"), "DIRECTION")),
      TableCell(ShownName.value(element.text("outcome"), "CALL_OUTCOME")),
      TableCell(
        element.text("numberEnding").isEmpty ? "" : "…\(element.text("numberEnding"))",
        value: element.text("numberEnding")),
      .money(element, "promisedAmount"),
      TableCell(ShownName.value(element.text("promiseState"), "PROMISE_STATE")),
      .money(element, "offeredAmount"),
      TableCell(element.text("text")),
    ]
  }

  /// By the clock it was told by; otherwise in the reader's zone.
  private func start(_ element: PlainValue, _ desk: Desk) -> TableCell {
    let local = element.text("localStart")
    guard !local.isEmpty else { return .past(element.text("startTime"), desk.times) }
    return TableCell(
      local.replacing("T", with: " ") + " " + element.text("zone"),
      value: element.text("startTime"))
  }

  func id(_ element: PlainValue) -> String { element.text("number") }
}
