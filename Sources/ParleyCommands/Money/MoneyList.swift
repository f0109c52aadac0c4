import ArgumentParser
import ParleyClient
import TerminalKit

/// Payments posted and reported, as a table.
struct MoneyList: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Payments posted and reported", examples: ["parley money list 7k3q-m2xw"])
  static let procedure = Procedure.listPayments
  static let items = "payments"
  static let columns = [
    TableColumn("PAYMENT"),
    TableColumn("DAY"),
    TableColumn("AMOUNT", alignment: .right),
    TableColumn("BY"),
    TableColumn("REFERENCE", shrinkPriority: 1),
    TableColumn("STATE"),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(ShownName.last(element.text("name")), style: .bold),
      TableCell(element.date("valueDate")),
      .money(element, "amount"),
      TableCell(ShownName.value(element.text("method"), "PAYMENT_METHOD")),
      TableCell(
        element.text("bankReference")
          + (element["received"].map { "  (\($0.money("amount")) at \($0.text("rate")))" } ?? "")),
      TableCell(
        element.flag("reversed") ? "reversed" : element.flag("reported") ? "reported" : "posted"),
    ]
  }
}
