import ArgumentParser
import ParleyClient

/// Makes an organization.
struct AdminOrganizationAdd: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "add", "Add a brokerage or the institution",
    examples: ["parley admin organization add 'Duarte Freight' --zone Europe/Lisbon"])

  @Argument(help: "What it is called.") var name: String
  @Option(help: "brokerage or institution.") var kind: OrganizationChoice = .brokerage
  @Option(help: "The zone whose days its deadlines count.") var zone: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue {
    .fields(["displayName": .text(name), "kind": kind.wire, "zone": .text(zone)])
  }

  func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.createOrganization, request)
    let made = reply.text("name")
    try desk.show(
      ChangeReport(
        "Added \(name) as \(made).",
        next: "parley admin invite --role broker --organization \(made)", value: reply, id: made))
  }
}
