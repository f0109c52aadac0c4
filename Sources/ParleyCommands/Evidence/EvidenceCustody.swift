import ArgumentParser
import ParleyClient
import TerminalKit

/// The way of an exhibit, as a table.
struct EvidenceCustody: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "custody", "The way of an exhibit: who, when, which hash",
    examples: ["parley evidence custody 7k3q-m2xw E-1"],
    notes: "Reads are kept of what is confided or sealed, and shown to those who may know of them.")

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Argument(help: "The exhibit, as it is cited: E-1.") var exhibit: ExhibitReference
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let steps = try await desk.askAll(
      .listCustody, .fields(["parent": exhibit.name(id), "pageSize": .whole(200)]),
      items: "steps")
    var listing = Listing([
      TableColumn("WHEN"), TableColumn("STEP"), TableColumn("BY", shrinkPriority: 2),
      TableColumn("EXHIBIT"), TableColumn("SHA-256", shrinkPriority: 1),
    ])
    for step in steps {
      let other = step.text("exhibit")
      listing.add(
        step, id: step.text("act"),
        [
          .past(step.text("stepTime"), desk.times),
          TableCell(ShownName.value(step.text("act"), "CUSTODY_ACT"), style: .bold),
          TableCell(step.text("actorDisplayName")),
          TableCell(other.isEmpty ? "" : ExhibitReference.label(ofName: other)),
          TableCell(step.text("sha256")),
        ])
    }
    try desk.show(listing)
  }
}
