import ArgumentParser
import ParleyClient

/// Prints one page on a dispute.
struct DisputeBrief: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "brief", "One page: agreed, disputed, last positions, next",
    examples: ["parley brief 7k3q-m2xw", "parley brief 7k3q-m2xw --print brief.pdf"],
    notes: "Made of what you see; somebody else's brief of the same dispute may say less or more.")

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup var print: PrintOption
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let name = "\(id.name)/documents/brief"
    try await desk.show(document: name, print: print)
  }
}
