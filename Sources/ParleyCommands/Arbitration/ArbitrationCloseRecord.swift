import ArgumentParser
import ParleyClient

/// Closes the record; the time for the award starts.
struct ArbitrationCloseRecord: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "close-record", "Close the record (arbitrators)",
    examples: [
      "parley arbitration close-record 7k3q-m2xw"
    ])
  static let procedure = Procedure.closeRecord

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("No more evidence is taken, and the award falls due. Close the record?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Closed the record of \(dispute)."
  }
}
