import ArgumentParser
package import ParleyClient

/// Discards a draft.
package struct DraftDiscard: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "discard", "Discard what was never filed", examples: ["parley draft discard 7k3q-m2xw"])
  package static let procedure = Procedure.discardDraft
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A discarded draft cannot be filed any more. Discard it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Discarded draft \(dispute)."
  }
}
