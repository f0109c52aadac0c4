import ArgumentParser
import ParleyClient

/// Ends the session in use, at the server and here.
struct AuthLogout: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "logout", "Sign out, here and at the server", examples: ["parley auth logout"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    guard let session = desk.session else {
      throw CommandFailure(.notPermitted, "Nobody is signed in.", next: "parley auth status")
    }
    do {
      _ = try await desk.change(.signOut, .fields([:]))
    } catch let refusal as ServiceRefusal where refusal.code == .unauthenticated {
      // The server ended it already; what is left of it is here.
    }
    if !desk.options.dryRun {
      desk.book.forget(session)
      try desk.book.save(desk.paths.sessions)
    }
    try desk.show(
      ChangeReport(
        "Signed out \(session.displayName) at \(session.server).",
        value: .fields(["member": .text(session.member), "server": .text(session.server)]),
        id: session.member))
  }
}
