import ArgumentParser
import ParleyClient

/// Declines one's own nomination.
struct NeutralDeclineNomination: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "decline-nomination", "Decline your own nomination",
    examples: [
      "parley mediation decline-nomination 7k3q-m2xw"
    ])
  static let procedure = Procedure.declineNomination

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
    .yesOrNo("Decline the nomination?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Declined the nomination in \(dispute)."
  }
}
