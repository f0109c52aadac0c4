import ArgumentParser
import ParleyClient

/// Makes an organization.
package struct AdminOrganizationAdd: ParleyCommand {
  package static let configuration = CommandConfiguration.leaf(
    "add", "Add a brokerage or the institution",
    examples: ["parley admin organization add 'Duarte Freight' --zone Europe/Lisbon"])

  @Argument(help: "What it is called.") package var name: String
  @Option(help: "brokerage or institution.") package var kind: OrganizationChoice = .brokerage
  @Option(help: "The zone whose days its deadlines count.") package var zone: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  /// The request, without its id.
  package var request: PlainValue {
    .fields(["displayName": .text(name), "kind": kind.wire, "zone": .text(zone)])
  }

  package func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.createOrganization, request)
    let made = reply.text("name")
    try desk.show(
      ChangeReport(
        "Added \(name) as \(made).",
        next: "parley admin invite --role broker --organization \(made)", value: reply, id: made))
  }
}
