import ArgumentParser
import ParleyClient

/// Declines the proposal of mediation.
struct MediationDecline: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "decline", "Decline mediation",
    examples: [
      "parley mediation decline 7k3q-m2xw"
    ])
  static let procedure = Procedure.declineMediation

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
    .yesOrNo("Decline the mediation?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Declined mediation of \(dispute)."
  }
}
