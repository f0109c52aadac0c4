import ArgumentParser
package import ParleyClient

/// Closes with an outcome that no other command leads to.
package struct DisputeClose: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "close", "Close with an outcome of its own",
    examples: [
      "parley close 7k3q-m2xw --outcome duplicate-or-error --reason 'Filed twice.'"
    ])
  package static let procedure = Procedure.closeDispute
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "time-barred, discharged, assigned or duplicate-or-error.") package var outcome:
    OutcomeChoice
  @Option(help: "What it rests on.") package var reason: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "outcome": outcome.wire,
      "reason": .text(reason),
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
    "Closed \(dispute)."
  }
}
