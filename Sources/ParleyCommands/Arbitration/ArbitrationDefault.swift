import ArgumentParser
import ParleyClient

/// Asks to go on without an answer; the claim still has to be proved.
struct ArbitrationDefault: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "default", "Ask to go on without an answer",
    examples: [
      "parley arbitration default 7k3q-m2xw"
    ])
  static let procedure = Procedure.requestDefault

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Ask to go on without an answer?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Asked to go on without an answer in \(dispute)."
  }
}
