import ArgumentParser
package import ParleyClient

/// Declines one's own nomination.
package struct NeutralDeclineNomination: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "decline-nomination", "Decline your own nomination",
    examples: [
      "parley mediation decline-nomination 7k3q-m2xw"
    ])
  package static let procedure = Procedure.declineNomination

  @OptionGroup package var target: DisputeTarget
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason)
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Decline the nomination?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Declined the nomination in \(dispute)."
  }
}
