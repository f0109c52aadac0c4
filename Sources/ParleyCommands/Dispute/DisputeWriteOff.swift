import ArgumentParser
import ParleyClient

/// Writes the claim off, once a second person grants it.
struct DisputeWriteOff: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "write-off", "Write the claim off; a colleague must agree",
    examples: [
      "parley write-off 7k3q-m2xw --reason 'Costs exceed the claim.'"
    ])
  static let procedure = Procedure.writeOff
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(reason)
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    try await desk.fillEtag(&request, dispute)
    return nil
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "This gives up the money that is left.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Wrote off \(dispute)."
  }
}
