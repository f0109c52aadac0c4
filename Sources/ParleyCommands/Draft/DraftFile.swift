import ArgumentParser
package import ParleyClient

/// Files a draft.
package struct DraftFile: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "file", "File a draft: the record starts", examples: ["parley draft file 7k3q-m2xw"])
  package static let procedure = Procedure.fileDispute
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Filing starts the record. File it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String { "Filed \(dispute)." }
}
