import ArgumentParser
import ParleyClient

/// Proposes mediation to the other side.
struct MediationPropose: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "propose", "Propose mediation",
    examples: [
      "parley mediation propose 7k3q-m2xw --reason 'We would rather talk.'"
    ])
  static let procedure = Procedure.proposeMediation

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
    .yesOrNo("This starts the time to consent. Propose it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Proposed mediation of \(dispute)."
  }
}
