import ArgumentParser
package import ParleyClient

/// Declines the proposal of mediation.
package struct MediationDecline: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "decline", "Decline mediation",
    examples: [
      "parley mediation decline 7k3q-m2xw"
    ])
  package static let procedure = Procedure.declineMediation

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
    .yesOrNo("Decline the mediation?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Declined mediation of \(dispute)."
  }
}
