import ArgumentParser
import ParleyClient

/// Discards a draft.
struct DraftDiscard: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "discard", "Discard what was never filed", examples: ["parley draft discard 7k3q-m2xw"])
  static let procedure = Procedure.discardDraft
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A discarded draft cannot be filed any more. Discard it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Discarded draft \(dispute)."
  }
}
