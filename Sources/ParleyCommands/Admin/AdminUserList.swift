import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the people with an account.
struct AdminUserList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "People with an account", examples: ["parley admin user list"])

  @Option(help: "Conditions as the API writes them.") var filter: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let members = try await desk.askAll(
      .listMembers, .fields(["pageSize": .whole(200), "filter": .text(of: filter)]),
      items: "members")
    var listing = Listing([
      TableColumn("MEMBER"), TableColumn("NAME", shrinkPriority: 1), TableColumn("ROLES"),
      TableColumn("SINCE"),
    ])
    for member in members {
      let roles = member.list("grants").map { grant in
        let role = ShownName.value(grant.text("role"), "ROLE")
        let organization = ShownName.last(grant.text("organization"))
        return organization.isEmpty ? role : "\(role) at \(organization)"
      }
      listing.add(
        member, id: member.text("name"),
        [
          TableCell(member.text("name"), style: .bold), TableCell(member.text("displayName")),
          TableCell(roles.joined(separator: ", ")), .past(member.text("createTime"), desk.times),
        ])
    }
    try desk.show(listing)
  }
}
