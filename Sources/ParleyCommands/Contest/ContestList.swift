import ArgumentParser
import ParleyClient
import TerminalKit

/// The acts recorded for a party, and what became of them.
struct ContestList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Acts recorded for a party", examples: ["parley contest list 7k3q-m2xw"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    var listing = Listing([
      TableColumn("ACT"), TableColumn("WHAT"), TableColumn("FROM"), TableColumn("RECORDED"),
      TableColumn("STATE"), TableColumn("CONTEST UNTIL"),
    ])
    for act in try await desk.read(id).list("recordedActs") {
      let name = ShownName.last(act.text("name"))
      listing.add(
        act, id: name,
        [
          TableCell(name, style: .bold), TableCell(ShownName.action(act.text("action"))),
          TableCell(ExhibitReference.label(ofName: act.text("exhibit"))),
          .past(act.text("recordTime"), desk.times),
          TableCell(ShownName.value(act.text("state"), "RECORDED_STATE")),
          .due(act.text("contestByTime"), desk.times),
        ])
    }
    try desk.show(listing)
  }
}
