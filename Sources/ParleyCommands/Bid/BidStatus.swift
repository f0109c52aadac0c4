import ArgumentParser
import ParleyClient
import TerminalKit

/// Shows the last bidding: how far it has come, and what one's own side has bid.
struct BidStatus: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "status", "The bidding, and what your side has bid",
    examples: ["parley bid status 7k3q-m2xw", "parley bid status 7k3q-m2xw --terms"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Flag(help: "The terms as they are signed.") var terms = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let last = try await desk.lastBidding(of: id)
    let bidding = try await desk.ask(.getBidding, .fields(["name": .text(last.text("name"))]))
    var sheet = Sheet(bidding, id: bidding.text("name"), isPaged: terms)
    if terms {
      sheet.lines.append(
        TerminalText.stripControls(bidding.text("text"), keepingLines: true))
    }
    sheet.add("Bidding", ShownName.last(bidding.text("name")))
    sheet.add("State", ShownName.value(bidding.text("state"), "BIDDING_STATE"))
    for signature in bidding.list("signatures") {
      sheet.add(
        "Signed",
        "\(ShownName.value(signature.text("side"), "SIDE")), \(desk.clean(signature.text("signerName")))"
      )
    }
    for round in bidding.list("rounds") { add(round, to: &sheet, desk) }
    if bidding["amount"] != nil {
      sheet.add("Sum", bidding.money("amount"), value: bidding.plainMoney("amount"))
      sheet.add("Agreement", "offer \(ShownName.last(bidding.text("offer")))")
    }
    sheet.add("SHA-256", bidding.text("sha256"))
    try desk.show(sheet)
  }

  private func add(_ round: PlainValue, to sheet: inout Sheet, _ desk: Desk) {
    let closed = round.text("closeTime")
    let bids = round.list("bids").map { bid in
      ShownName.value(bid.text("side"), "SIDE")
        + (bid["amount"] == nil ? "" : " \(bid.money("amount"))")
    }
    sheet.add(
      "Round \(round.text("number"))",
      (closed.isEmpty ? "open until \(desk.times.due(round.text("closeByTime")))" : "closed")
        + "; bids of: " + (bids.isEmpty ? "nobody" : bids.joined(separator: ", ")))
  }
}
