import ArgumentParser
import ParleyClient

/// Closes with an outcome that no other command leads to.
struct DisputeClose: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "close", "Close with an outcome of its own",
    examples: [
      "parley close 7k3q-m2xw --outcome duplicate-or-error --reason 'Filed twice.'"
    ])
  static let procedure = Procedure.closeDispute
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "time-barred, discharged, assigned or duplicate-or-error.") var outcome:
    OutcomeChoice
  @Option(help: "What it rests on.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "outcome": outcome.wire,
      "reason": .text(reason),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    try await desk.fillEtag(&request, dispute)
    return nil
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "This ends the dispute.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Closed \(dispute)."
  }
}
