import ArgumentParser
package import ParleyClient

/// Writes the claim off, once a second person grants it.
package struct DisputeWriteOff: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "write-off", "Write the claim off; a colleague must agree",
    examples: [
      "parley write-off 7k3q-m2xw --reason 'Costs exceed the claim.'"
    ])
  package static let procedure = Procedure.writeOff
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "Why.") package var reason: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(reason)
    ])
  }

  package func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    try await desk.fillEtag(&request, dispute)
    return nil
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "This gives up the money that is left.", word: dispute.description)
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Wrote off \(dispute)."
  }
}
