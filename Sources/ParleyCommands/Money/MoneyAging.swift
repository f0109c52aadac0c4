import ArgumentParser
import ParleyClient
import TerminalKit

/// What is owed to one's organization, by how long it has been.
struct MoneyAging: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "aging", "Open balances by age, by currency (brokers)",
    examples: [
      "parley money aging", "parley money aging --csv", "parley money aging --output json",
    ],
    notes: """
      Of the open disputes of your organization that you see, as of today. Interest and fixed sums are
      as old as their claim item, instalments as their day, an award as the day it is to be paid. What
      was written off is left out.
      """)

  @Flag(help: "Comma-separated values, with a line of names.") var csv = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  private static let columns = [
    TableColumn("CURRENCY"),
    TableColumn("CURRENT", alignment: .right),
    TableColumn("1-30 DAYS", alignment: .right),
    TableColumn("31-60 DAYS", alignment: .right),
    TableColumn("61-90 DAYS", alignment: .right),
    TableColumn("OVER 90 DAYS", alignment: .right),
    TableColumn("TOTAL", alignment: .right),
    TableColumn("DISPUTES", alignment: .right),
  ]

  init() {}

  func perform(_ desk: Desk) async throws {
    let aging = try await desk.ask(.getAging, .fields([:]))
    if csv { return try desk.write(Self.csv(aging)) }
    if desk.output != .table { return try desk.show(Sheet(aging, id: aging.date("asOfDate"))) }
    var listing = Listing(Self.columns, heading: "As of \(aging.date("asOfDate"))")
    for balance in aging.list("balances") {
      listing.add(
        balance, id: balance.text("currencyCode"),
        [TableCell(balance.text("currencyCode"), style: .bold)]
          + balance.list("amounts").map { .money($0, "amount") }
          + [.money(balance, "total"), TableCell(balance.text("disputes"))])
    }
    try desk.show(listing)
  }

  /// Plain decimals, so that a spreadsheet reads them as numbers.
  static func csv(_ aging: PlainValue) -> String {
    let names =
      "as_of,currency,current,days_1_to_30,days_31_to_60,days_61_to_90,days_over_90,total,disputes\n"
    return aging.list("balances").reduce(names) { text, balance in
      let amounts = balance.list("amounts").map { $0.decimal("amount") }
      let row =
        [aging.date("asOfDate"), balance.text("currencyCode")] + amounts
        + [balance.decimal("total"), balance.text("disputes")]
      return text + row.joined(separator: ",") + "\n"
    }
  }
}
