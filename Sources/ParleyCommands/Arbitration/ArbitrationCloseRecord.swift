import ArgumentParser
package import ParleyClient

/// Closes the record; the time for the award starts.
package struct ArbitrationCloseRecord: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "close-record", "Close the record (arbitrators)",
    examples: [
      "parley arbitration close-record 7k3q-m2xw"
    ])
  package static let procedure = Procedure.closeRecord

  @OptionGroup package var target: DisputeTarget
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("No more evidence is taken, and the award falls due. Close the record?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Closed the record of \(dispute)."
  }
}
