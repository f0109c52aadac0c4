import ArgumentParser
package import ParleyClient

/// Proposes mediation to the other side.
package struct MediationPropose: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "propose", "Propose mediation",
    examples: [
      "parley mediation propose 7k3q-m2xw --reason 'We would rather talk.'"
    ])
  package static let procedure = Procedure.proposeMediation

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
    .yesOrNo("This starts the time to consent. Propose it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Proposed mediation of \(dispute)."
  }
}
