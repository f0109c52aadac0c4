import ArgumentParser
package import ParleyClient

/// Leaves the mediation, as either party may before signing.
package struct MediationWithdraw: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "withdraw", "Leave the mediation",
    examples: [
      "parley mediation withdraw 7k3q-m2xw"
    ])
  package static let procedure = Procedure.withdrawMediation

  @OptionGroup package var target: DisputeTarget
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This ends the mediation. Leave it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Left the mediation of \(dispute)."
  }
}
