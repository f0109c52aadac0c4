import ArgumentParser
import ParleyClient
import TerminalKit

/// The register of the organization, as a table.
struct ContractList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Contracts on register", examples: ["parley contract list"])

  @Option(name: .customLong("organization"), help: "Yours.") var organization: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let parent = try await desk.organization(organization)
    let contracts = try await desk.askAll(
      .listContracts, .fields(["parent": .text(parent), "pageSize": .whole(200)]),
      items: "contracts")
    var listing = Listing([
      TableColumn("NUMBER"), TableColumn("WITH", shrinkPriority: 1), TableColumn("FORM"),
      TableColumn("LAW"), TableColumn("MADE"), TableColumn("REGISTERED"), TableColumn("NEWER"),
      TableColumn("SHA-256", shrinkPriority: 2),
    ])
    for contract in contracts {
      let newer = contract.text("supersededBy")
      listing.add(
        contract, id: contract.text("name"),
        [
          TableCell(ShownName.last(contract.text("name")), style: .bold),
          TableCell(contract.text("counterpart")),
          TableCell(ShownName.value(contract.text("form"), "CONTRACT_FORM")),
          TableCell(contract.text("governingLaw")), TableCell(contract.date("madeDate")),
          .past(contract.text("registerTime"), desk.times),
          TableCell(newer.isEmpty ? "" : ShownName.last(newer)),
          TableCell(contract.text("termsSha256")),
        ])
    }
    try desk.show(listing)
  }
}
