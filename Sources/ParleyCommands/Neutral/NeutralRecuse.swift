import ArgumentParser
import ParleyClient

/// Leaves the seat of a neutral.
struct NeutralRecuse: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "recuse", "Leave the seat (the mediator, the arbitrator)",
    examples: [
      "parley arbitration recuse 7k3q-m2xw --reason 'A partner advised the claimant.'"
    ])
  static let procedure = Procedure.recuseNeutral
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason)
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "You leave the matter for good.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Left the seat in \(dispute)."
  }
}
