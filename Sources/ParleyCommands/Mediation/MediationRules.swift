import ArgumentParser
import ParleyClient

/// Shows the ground rules that consent signs.
package struct MediationRules: ParleyCommand {
  package static let configuration = CommandConfiguration.leaf(
    "rules", "The ground rules that consent signs",
    examples: ["parley mediation rules 7k3q-m2xw"])

  @Argument(help: "The dispute, or its first 4 characters.") package var dispute: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let name = id.name + "/documents/ground-rules"
    try desk.show(document: try await desk.ask(.getGroundRules, .fields(["name": .text(name)])))
  }
}
