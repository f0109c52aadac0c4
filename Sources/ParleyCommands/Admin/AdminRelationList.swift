import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the relationships of a neutral.
struct AdminRelationList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Relationships on register",
    examples: ["parley admin panel relation list members/5c1d"])

  @Argument(help: "Whose, members/ID; your own without it.") var member: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let relations = try await desk.askAll(
      .listRelations,
      .fields(["member": member.map(MemberName.value), "pageSize": .whole(200)]),
      items: "relations")
    var listing = Listing([
      TableColumn("RELATION"), TableColumn("KIND"), TableColumn("WITH", shrinkPriority: 1),
      TableColumn("SINCE"), TableColumn("UNTIL"),
    ])
    for relation in relations {
      let organization = relation.text("organization")
      listing.add(
        relation, id: relation.text("name"),
        [
          TableCell(relation.text("name"), style: .bold),
          TableCell(ShownName.value(relation.text("kind"), "RELATION_KIND")),
          TableCell(organization.isEmpty ? relation.text("counterpart") : organization),
          TableCell(relation.date("sinceDate")), TableCell(relation.date("endDate")),
        ])
    }
    try desk.show(listing)
  }
}
