import ArgumentParser
import ParleyClient

/// Closes somebody's account.
struct AdminUserClose: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "close", "Close an account for good and end its sessions",
    examples: ["parley admin user close members/5c1d"])

  @Argument(help: "The person, members/ID.") var member: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue { .fields(["name": MemberName.value(member)]) }

  func perform(_ desk: Desk) async throws {
    try desk.confirm(
      .yesOrNo("\(member) is signed out everywhere and cannot come back. Close the account?"))
    let reply = try await desk.change(.closeMember, request)
    try desk.show(
      ChangeReport(
        "Closed the account of \(member).",
        consequence: "What this person did stays on record; assign their disputes to others.",
        value: reply, id: member))
  }
}
