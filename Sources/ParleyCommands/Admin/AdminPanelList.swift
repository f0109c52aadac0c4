import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the panel of neutrals.
struct AdminPanelList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "The panel of neutrals", examples: ["parley admin panel list"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let panel = try await desk.askAll(
      .listPanel, .fields(["pageSize": .whole(200)]), items: "panelMembers")
    var listing = Listing([
      TableColumn("MEMBER"), TableColumn("NAME", shrinkPriority: 1), TableColumn("SEATS"),
    ])
    for neutral in panel {
      let seats = neutral.list("seats").map { ShownName.value($0.spelled, "SEAT") }
      listing.add(
        neutral, id: neutral.text("member"),
        [
          TableCell(neutral.text("member"), style: .bold), TableCell(neutral.text("displayName")),
          TableCell(seats.joined(separator: ", ")),
        ])
    }
    try desk.show(listing)
  }
}
