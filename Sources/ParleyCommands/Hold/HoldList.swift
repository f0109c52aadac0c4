import ArgumentParser
import ParleyClient
import TerminalKit

/// The holds of a dispute, past ones too.
struct HoldList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Holds, past ones too", examples: ["parley hold list 7k3q-m2xw"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    var listing = Listing([
      TableColumn("HOLD"), TableColumn("KIND"), TableColumn("SINCE"), TableColumn("UNTIL"),
      TableColumn("BASIS", shrinkPriority: 1),
    ])
    for hold in try await desk.read(id).list("holds") {
      let ended = hold.text("endTime")
      listing.add(
        hold, id: hold.text("number"),
        [
          TableCell(hold.text("number"), style: .bold),
          TableCell(ShownName.value(hold.text("kind"), "HOLD_KIND")),
          .past(hold.text("placeTime"), desk.times),
          ended.isEmpty
            ? .due(hold.text("expireTime"), desk.times) : .past(ended, desk.times),
          TableCell(hold.text("basis")),
        ])
    }
    try desk.show(listing)
  }
}
