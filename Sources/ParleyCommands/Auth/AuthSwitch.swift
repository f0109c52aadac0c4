import ArgumentParser
import ParleyClient

/// Makes another identity kept here the current one.
struct AuthSwitch: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "switch", "Act as another identity that is signed in here",
    examples: ["parley auth switch members/5c1d"])

  @Argument(help: "The member, or the last part of its name.") var member: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let fitting = desk.book.sessions.filter {
      $0.answers(to: member) && (desk.options.server == nil || $0.server == desk.server)
    }
    guard let session = fitting.first, fitting.count == 1 else {
      throw CommandFailure(
        fitting.isEmpty ? .notFound : .usage,
        fitting.isEmpty
          ? "\(member) is not signed in here." : "\(member) is signed in at several servers.",
        next: fitting.isEmpty ? "parley auth status" : "parley auth switch \(member) --server HOST")
    }
    desk.book.select(session)
    try desk.book.save(desk.paths.sessions)
    try desk.show(
      ChangeReport(
        "Now acting as \(session.displayName)\(AuthLogin.roles(session)) at \(session.server).",
        value: .fields(["member": .text(session.member), "server": .text(session.server)]),
        id: session.member))
  }
}
