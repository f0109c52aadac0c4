import ArgumentParser
import ParleyClient

/// Files a draft.
struct DraftFile: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "file", "File a draft: the record starts", examples: ["parley draft file 7k3q-m2xw"])
  static let procedure = Procedure.fileDispute
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Filing starts the record. File it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String { "Filed \(dispute)." }
}
