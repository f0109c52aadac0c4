import ArgumentParser
import ParleyClient

/// Contests an act that was recorded for one's own side.
struct ContestAct: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "act", "Contest an act recorded for you (clients)",
    examples: ["parley contest act 7k3q-m2xw case-1 --reason 'I never wrote that letter.'"])
  static let procedure = Procedure.contestRecorded

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The act, as `contest list` names it.") var act: RecordedActReference
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "recordedAct": act.name(dispute),
      "reason": .text(reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A contest is not taken back. Contest it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Contested what was recorded for you in \(dispute)."
  }
}
