import ArgumentParser
import ParleyClient
import TerminalKit

/// The contact log of a dispute, as a table.
struct CallContacts: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "contacts", "The contact log: calls, messages, reminders, demands",
    examples: ["parley call contacts 7k3q-m2xw"],
    notes: "Calls that count are those that rules of contact limit, where such rules bind.")
  static let procedure = Procedure.listContacts
  static let items = "contacts"
  static let columns = [
    TableColumn("WHEN"),
    TableColumn("CHANNEL"),
    TableColumn("WAY"),
    TableColumn("OUTCOME"),
    TableColumn("WHAT", shrinkPriority: 1),
    TableColumn("COUNTS"),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func id(_ element: PlainValue) -> String { element.text("source") }

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    let local = element.text("localStart")
    let moment = element.text("contactTime")
    return [
      local.isEmpty
        ? .past(moment, desk.times)
        : TableCell(
          local.replacing("T", with: " ") + " " + element.text("zone"), value: moment),
      TableCell(ShownName.value(element.text("channel"), "CHANNEL")),
      TableCell(ShownName.value(element.text("direction"), "DIRECTION")),
      TableCell(ShownName.value(element.text("outcome"), "CALL_OUTCOME")),
      TableCell(element.text("source"), style: .bold),
      TableCell(element.flag("countsAsCall") ? "yes" : ""),
    ]
  }
}
