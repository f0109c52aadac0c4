import ArgumentParser
import ParleyClient
import TerminalKit

/// Offers made, oldest first, as a table.
struct OfferList: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Offers made, oldest first", examples: ["parley offer list 7k3q-m2xw"])
  static let procedure = Procedure.listOffers
  static let items = "offers"
  static let columns = [
    TableColumn("OFFER"),
    TableColumn("BY"),
    TableColumn("KIND"),
    TableColumn("AMOUNT", alignment: .right),
    TableColumn("SETTLES"),
    TableColumn("STATE"),
    TableColumn("EXPIRES"),
    TableColumn("CONDITIONS", shrinkPriority: 1),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The claim items it settles: `items 1, 3`; `all` for the whole claim.
  static func items(of offer: PlainValue) -> String {
    let numbers = offer.list("terms.items").compactMap { item -> String? in
      if case .number(let number) = item { number } else { nil }
    }
    if numbers.isEmpty { return "all" }
    return (numbers.count == 1 ? "item " : "items ") + numbers.joined(separator: ", ")
  }

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    [
      TableCell(ShownName.last(element.text("name")), style: .bold),
      TableCell(ShownName.value(element.text("terms.by"), "SIDE")),
      TableCell(ShownName.value(element.text("terms.kind"), "OFFER_KIND")),
      .money(element, "terms.amount"),
      TableCell(Self.items(of: element)),
      TableCell(ShownName.value(element.text("state"), "OFFER_STATE")),
      .due(element.text("expireTime"), desk.times),
      TableCell(element.text("terms.conditions")),
    ]
  }
}
