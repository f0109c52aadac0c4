import ArgumentParser
import ParleyClient
import TerminalKit

/// Shows how a deadline came to be due when it is.
struct DeadlineWhy: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "why", "The arithmetic of a deadline",
    examples: [
      "parley deadline why 7k3q-m2xw grace",
      "parley deadline why 7k3q-m2xw instalment --number 2",
    ])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Argument(help: "grace, answer, limitation, ... as deadline list names it.") var deadline: String
  @Option(help: "Which one, of offers, instalments and holds.") var number: Int64?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let kind = "DEADLINE_KIND_" + deadline.uppercased().replacing("-", with: "_")
    let running = try await desk.askAll(
      .listDeadlines, .fields(["parent": .text(id.name)]), items: "deadlines")
    guard
      let found = running.first(where: {
        $0.text("kind") == kind && (number == nil || $0.integer("number") == number)
      })
    else {
      let names = running.map(DeadlineTable.what).joined(separator: ", ")
      throw CommandFailure(
        .notFound,
        "No such deadline runs in \(id). " + (names.isEmpty ? "None does." : "These do: \(names)."))
    }
    var sheet = Sheet(found, id: id.name)
    sheet.lines.append("\(desk.bold(DeadlineTable.what(found))) of \(id)")
    for (name, text) in DeadlineAccountText.steps(found, desk) { sheet.add(name, text) }
    try desk.show(sheet)
  }
}
