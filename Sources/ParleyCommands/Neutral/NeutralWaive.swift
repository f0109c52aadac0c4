import ArgumentParser
package import ParleyClient

/// Waives a disclosed conflict for one's own side.
package struct NeutralWaive: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "waive", "Waive a disclosed conflict",
    examples: [
      "parley mediation waive 7k3q-m2xw"
    ])
  package static let procedure = Procedure.waiveConflict

  @OptionGroup package var target: DisputeTarget
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "recordedFor": try recorded.value(dispute)
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A waiver is not taken back. Waive it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Waived the conflict in \(dispute)."
  }
}
