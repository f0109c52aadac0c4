import ArgumentParser
package import ParleyClient

/// Asks to go on without an answer; the claim still has to be proved.
package struct ArbitrationDefault: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "default", "Ask to go on without an answer",
    examples: [
      "parley arbitration default 7k3q-m2xw"
    ])
  package static let procedure = Procedure.requestDefault

  @OptionGroup package var target: DisputeTarget
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Ask to go on without an answer?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Asked to go on without an answer in \(dispute)."
  }
}
