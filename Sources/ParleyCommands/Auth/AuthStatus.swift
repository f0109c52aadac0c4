import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the identities kept here and asks the server about the one in use.
struct AuthStatus: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "status", "Who you are, where, and until when",
    examples: ["parley auth status", "parley auth status -o json"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    var listing = Listing(
      [
        TableColumn(""), TableColumn("MEMBER"), TableColumn("NAME", shrinkPriority: 1),
        TableColumn("ROLES", shrinkPriority: 2), TableColumn("SERVER"), TableColumn("UNTIL"),
      ])
    for session in desk.book.sessions {
      let isUsed = session == desk.session
      let value = PlainValue.fields([
        "member": .text(session.member), "displayName": .text(session.displayName),
        "roles": .texts(session.roles), "server": .text(session.server),
        "expireTime": .text(session.expireTime), "current": .bool(isUsed),
      ])
      let roles = session.roles.map { ShownName.value($0, "ROLE") }.joined(separator: ", ")
      listing.add(
        value, id: session.member,
        [
          TableCell(isUsed ? "*" : "", style: .green), TableCell(session.member, style: .bold),
          TableCell(session.displayName), TableCell(roles), TableCell(session.server),
          TableCell(desk.times.due(session.expireTime), value: session.expireTime),
        ])
    }
    try desk.show(listing)
    guard desk.session != nil || desk.world.variable("PARLEY_TOKEN") != nil else {
      throw CommandFailure(
        .notPermitted, "Nobody is signed in\(desk.server.map { " at \($0)" } ?? "").",
        next: "parley auth login --server \(desk.server ?? "localhost:8443")")
    }
    let reply = try await desk.ask(.getSession, .fields([:]))
    desk.note("The server knows you as \(reply.text("member.displayName")).")
  }
}
