import ArgumentParser
import ParleyClient

/// Takes up a claim that was withdrawn without prejudice.
struct DisputeReopen: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "reopen", "Take up a withdrawn claim again",
    examples: [
      "parley reopen 7k3q-m2xw --reason 'The promise was not kept.'"
    ])
  static let procedure = Procedure.reopenDispute
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

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("It goes on where it stood. Reopen the dispute?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reopened \(dispute)."
  }
}
