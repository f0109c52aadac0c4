import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the caller's sessions on all devices.
struct AuthSessions: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "sessions", "Your sessions on all your devices", examples: ["parley auth sessions"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let sessions = try await desk.askAll(.listSessions, .fields([:]), items: "sessions")
    var listing = Listing([
      TableColumn("SESSION"), TableColumn("DEVICE", shrinkPriority: 1), TableColumn("SINCE"),
      TableColumn("UNTIL"), TableColumn(""),
    ])
    for session in sessions {
      listing.add(
        session, id: session.text("name"),
        [
          TableCell(session.text("name"), style: .bold), TableCell(session.text("label")),
          TableCell(desk.times.past(session.text("createTime")), value: session.text("createTime")),
          TableCell(desk.times.due(session.text("expireTime")), value: session.text("expireTime")),
          TableCell(session.flag("current") ? "this one" : "", style: .green),
        ])
    }
    try desk.show(listing)
  }
}
