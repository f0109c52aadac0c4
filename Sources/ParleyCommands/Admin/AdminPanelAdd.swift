import ArgumentParser
import ParleyClient

/// Puts somebody on the panel of neutrals.
struct AdminPanelAdd: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "add", "Put somebody on the panel of neutrals",
    examples: ["parley admin panel add members/5c1d --seat mediator"])

  @Argument(help: "The person, members/ID.") var member: String
  @Option(help: "mediator or arbitrator; repeatable.") var seat: [SeatChoice]
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue {
    .fields(["member": MemberName.value(member), "seats": .list(seat.map(\.wire))])
  }

  func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.addToPanel, request)
    try desk.show(
      ChangeReport(
        "Put \(reply.text("displayName")) on the panel.", value: reply, id: reply.text("member")))
  }
}
