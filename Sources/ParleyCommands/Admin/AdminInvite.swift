import ArgumentParser
import ParleyClient

/// Makes a one-time code for somebody who is to have a role.
struct AdminInvite: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "invite", "Make a one-time code for a role",
    examples: [
      "parley admin invite --role broker --organization organizations/duarte"
        + " --name 'Bela Tide' --email bela@tide.example",
      "parley admin invite --role mediator --name 'J. Osei' --email osei@calm.example",
    ], notes: "The code is shown once. Pass it on by a way only that person reads.")

  @Option(help: "broker, broker-supervisor, mediator, arbitrator, ...") var role: RoleChoice
  @Option(help: "The organization, for those who belong to one.") var organization: String?
  @Option(help: "The name of who is invited.") var name: String
  @Option(help: "The address of who is invited, which the account will have.") var email: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue {
    .fields([
      "role": role.wire, "organization": .text(of: organization),
      "displayName": .text(name), "email": .text(email),
    ])
  }

  func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.createInvitation, request)
    let code = reply.text("code")
    try desk.show(
      ChangeReport(
        code.isEmpty ? "The invitation was made before." : "Code \(code) for a \(role.rawValue).",
        consequence: "To be used until \(desk.times.due(reply.text("expireTime"))).",
        value: reply, id: code))
  }
}
