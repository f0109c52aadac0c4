import ArgumentParser
import ParleyClient

/// Ends one of the caller's sessions.
struct AuthRevoke: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "revoke", "End one of your sessions, wherever it is",
    examples: ["parley auth revoke sessions/91zr0ah9"])

  @Argument(help: "The session, as auth sessions lists it.") var session: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let name = session.hasPrefix("sessions/") ? session : "sessions/" + session
    try desk.confirm(.yesOrNo("Whoever uses \(name) must sign in again. End it?"))
    let reply = try await desk.change(.revokeSession, .fields(["name": .text(name)]))
    try desk.show(ChangeReport("Ended \(name).", value: reply, id: name))
  }
}
