import ArgumentParser
import ParleyClient

/// Takes an objection to an exhibit back.
struct EvidenceWithdrawObjection: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "withdraw-objection", "Take back your objection to an exhibit",
    examples: [
      "parley evidence withdraw-objection 7k3q-m2xw 2 --reason 'The original was shown to us.'"
    ],
    notes: "Before it is ruled on. On the same ground you do not object to that exhibit again.")
  static let procedure = Procedure.withdrawExhibitObjection

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The number of the objection, as evidence list shows it.") var objection: Int
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "objection": .whole(objection), "reason": .text(reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Take back objection \(objection)?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Took back objection \(objection) in \(dispute)."
  }
}
