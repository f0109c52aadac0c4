import ArgumentParser
import ParleyClient

/// Leaves the mediation, as either party may before signing.
struct MediationWithdraw: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "withdraw", "Leave the mediation",
    examples: [
      "parley mediation withdraw 7k3q-m2xw"
    ])
  static let procedure = Procedure.withdrawMediation

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This ends the mediation. Leave it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Left the mediation of \(dispute)."
  }
}
