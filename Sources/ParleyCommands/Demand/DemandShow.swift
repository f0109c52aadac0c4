import ArgumentParser
import ParleyClient

/// Prints the letter of a demand.
struct DemandShow: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "show", "The letter of a demand, to print",
    examples: [
      "parley demand show 7k3q-m2xw", "parley demand show 7k3q-m2xw --number 2",
      "parley demand show 7k3q-m2xw --print demand.pdf",
    ])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Option(help: "Which demand; the last where not given.") var number: Int?
  @OptionGroup var print: PrintOption
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let last = try await desk.read(id).list("demands").last?.integer("number").map { Int($0) }
    guard let number = number ?? last else {
      throw CommandFailure(
        .notFound, "No demand was served in \(id).",
        next: NextCommand.line("SERVE_DEMAND", dispute: id))
    }
    let name = "\(id.name)/documents/demand-\(number)"
    try await desk.show(document: name, print: print)
  }
}
