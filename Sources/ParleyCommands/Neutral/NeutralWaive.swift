import ArgumentParser
import ParleyClient

/// Waives a disclosed conflict for one's own side.
struct NeutralWaive: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "waive", "Waive a disclosed conflict",
    examples: [
      "parley mediation waive 7k3q-m2xw"
    ])
  static let procedure = Procedure.waiveConflict

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "recordedFor": try recorded.value(dispute)
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A waiver is not taken back. Waive it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Waived the conflict in \(dispute)."
  }
}
