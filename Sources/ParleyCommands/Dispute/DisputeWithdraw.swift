import ArgumentParser
package import ParleyClient

/// Withdraws the claim: final for this dispute.
package struct DisputeWithdraw: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "withdraw", "Withdraw the claim",
    examples: [
      "parley withdraw 7k3q-m2xw --reason 'Paid directly.'",
      "parley withdraw 7k3q-m2xw --with-prejudice",
    ])
  package static let procedure = Procedure.withdrawDispute
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Flag(help: "Give the claim up for good.") package var withPrejudice = false
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "withPrejudice": withPrejudice ? .bool(true) : nil,
      "reason": .text(of: reason),
    ])
  }

  package func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    try await desk.fillEtag(&request, dispute)
    return nil
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "This ends the dispute.", word: dispute.description)
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Withdrew \(dispute)."
  }
}
