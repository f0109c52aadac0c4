import ArgumentParser
import ParleyClient

/// Puts somebody on the panel of neutrals.
package struct AdminPanelAdd: ParleyCommand {
  package static let configuration = CommandConfiguration.leaf(
    "add", "Put somebody on the panel of neutrals",
    examples: ["parley admin panel add members/5c1d --seat mediator"])

  @Argument(help: "The person, members/ID.") package var member: String
  @Option(help: "mediator or arbitrator; repeatable.") package var seat: [SeatChoice]
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  /// The request, without its id.
  package var request: PlainValue {
    .fields(["member": MemberName.value(member), "seats": .list(seat.map(\.wire))])
  }

  package func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.addToPanel, request)
    try desk.show(
      ChangeReport(
        "Put \(reply.text("displayName")) on the panel.", value: reply, id: reply.text("member")))
  }
}
