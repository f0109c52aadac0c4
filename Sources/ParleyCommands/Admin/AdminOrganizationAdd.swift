import ArgumentParser
import ParleyClient

/// Makes an organization.
struct AdminOrganizationAdd: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "add", "Add a brokerage",
    examples: ["parley admin organization add 'Duarte Freight'"])

  @Argument(help: "What it is called.") var name: String
  @Option(help: "The zone whose days its deadlines count; that of the server.") var zone: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue {
    .fields([
      "displayName": .text(name), "kind": .text("ORGANIZATION_KIND_BROKERAGE"),
      "zone": .text(of: zone),
    ])
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
