import ArgumentParser
import ParleyClient
import TerminalKit

/// The deadlines of one dispute.
struct DeadlineList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Deadlines of a dispute", examples: ["parley deadline list 7k3q-m2xw"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let deadlines = try await desk.askAll(
      .listDeadlines, .fields(["parent": .text(id.name)]), items: "deadlines")
    try desk.show(DeadlineTable.listing(deadlines, yours: [], desk: desk))
  }
}
