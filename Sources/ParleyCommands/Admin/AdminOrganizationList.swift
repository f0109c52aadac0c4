import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the organizations.
struct AdminOrganizationList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Brokerages and the institution", examples: ["parley admin organization list"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let organizations = try await desk.askAll(
      .listOrganizations, .fields(["pageSize": .whole(200)]), items: "organizations")
    var listing = Listing([
      TableColumn("ORGANIZATION"), TableColumn("NAME", shrinkPriority: 1), TableColumn("KIND"),
      TableColumn("ZONE"),
    ])
    for organization in organizations {
      listing.add(
        organization, id: organization.text("name"),
        [
          TableCell(organization.text("name"), style: .bold),
          TableCell(organization.text("displayName")),
          TableCell(ShownName.value(organization.text("kind"), "ORGANIZATION_KIND")),
          TableCell(organization.text("zone")),
        ])
    }
    try desk.show(listing)
  }
}
