import ArgumentParser
import ParleyClient
import TerminalKit

/// Shows what is left to pay as of a day, and the arithmetic behind it.
struct MoneyQuote: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "quote", "What is left to pay, with the arithmetic",
    examples: [
      "parley money quote 7k3q-m2xw", "parley money quote 7k3q-m2xw --as-of 2026-12-31",
    ])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Option(help: "The day it is reckoned for; today if none.") var asOf: CalendarDay?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let quote = try await desk.ask(
      .getQuote, .fields(["name": .text(id.name + "/quote"), "asOfDate": asOf?.date]))
    if desk.output != .table {
      return try desk.show(Sheet(quote, id: quote.text("name")))
    }
    var listing = Listing([
      TableColumn("WHAT"),
      TableColumn("HOW", shrinkPriority: 1, minimumCells: 20),
      TableColumn("AMOUNT", alignment: .right),
    ])
    for line in quote.list("lines") {
      listing.add(
        line, id: line.text("number"),
        [
          TableCell(line.text("label")), TableCell(MoneyArithmetic.of(line, in: quote)),
          .money(line, "amount"),
        ])
      for segment in MoneyArithmetic.segments(of: line, in: quote) {
        listing.add(
          segment, id: line.text("number"),
          [
            TableCell("  \(segment.date("fromDate")) to \(segment.date("toDate"))"),
            TableCell(MoneyArithmetic.of(segment)),
            TableCell("(\(segment.money("amount")))"),
          ])
      }
    }
    listing.add(
      quote, id: id.name,
      [
        TableCell("Left to pay", style: .bold), TableCell("as of \(quote.date("asOfDate"))"),
        .money(quote, "balance"),
      ])
    try desk.show(listing)
  }
}
