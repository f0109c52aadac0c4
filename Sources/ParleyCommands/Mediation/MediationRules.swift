import ArgumentParser
import ParleyClient

/// Shows the ground rules that consent signs.
struct MediationRules: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "rules", "The ground rules that consent signs",
    examples: ["parley mediation rules 7k3q-m2xw"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let name = id.name + "/documents/ground-rules"
    try desk.show(document: try await desk.ask(.getGroundRules, .fields(["name": .text(name)])))
  }
}
