import ArgumentParser
import ParleyClient

/// Invites a party or its counsel, and shows the one-time code.
struct DisputeInvite: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "invite", "Invite a party or its counsel to take the seat",
    examples: [
      "parley invite 7k3q-m2xw --side client --name 'Ada Anchor' --email ada@anchor.example",
      "parley invite 7k3q-m2xw --side broker --counsel --name 'L. Reis' --email reis@law.example",
    ],
    notes: "The code is shown once. Pass it on by a way only that person reads.")
  static let procedure = Procedure.inviteParty

  @OptionGroup var target: DisputeTarget
  @Option(help: "client or broker.") var side: PartyName
  @Flag(help: "The side's counsel.") var counsel = false
  @Option(help: "The name of who is invited.") var name: String
  @Option(help: "The address of who is invited, which the account will have.") var email: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "side": side.side.wire, "counsel": counsel ? .bool(true) : nil,
      "displayName": .text(name), "email": .text(email),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Invited \(counsel ? "counsel of the \(side.rawValue)" : "the \(side.rawValue)") to \(dispute)."
  }

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(target.dispute, binds: false)
    let reply = try await desk.change(Self.procedure, try request(id))
    let code = reply.text("code")
    let until = reply.text("expireTime")
    let shown =
      code.isEmpty
      ? "The code was shown when it was made."
      : "Code \(code), to be used until \(desk.times.due(until))."
    try desk.show(
      ChangeReport(
        headline(reply, dispute: id), consequence: shown, value: reply, id: code))
  }
}
