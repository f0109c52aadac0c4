import ArgumentParser
import ParleyClient
import TerminalKit

/// Shows what is left to pay and how that is made up.
struct MoneyQuote: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "quote", "What is left to pay, line by line", examples: ["parley money quote 7k3q-m2xw"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let quote = try await desk.ask(.getQuote, .fields(["name": .text(id.name + "/quote")]))
    if desk.output != .table {
      return try desk.show(Sheet(quote, id: quote.text("name")))
    }
    var listing = Listing([
      TableColumn("WHAT", shrinkPriority: 1, minimumCells: 20),
      TableColumn("AMOUNT", alignment: .right),
    ])
    for line in quote.list("lines") {
      listing.add(
        line, id: line.text("number"),
        [
          TableCell(line.text("label")), .money(line, "amount"),
        ])
    }
    listing.add(
      quote, id: id.name,
      [
        TableCell("Left to pay", style: .bold), .money(quote, "balance"),
      ])
    try desk.show(listing)
  }
}
