import ArgumentParser
import ParleyClient

/// Reopens the record for a reason.
struct ArbitrationReopenRecord: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "reopen-record", "Reopen the record (arbitrators)",
    examples: [
      "parley arbitration reopen-record 7k3q-m2xw --reason 'New evidence came to light.'"
    ])
  static let procedure = Procedure.reopenRecord

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(reason)
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reopened the record of \(dispute)."
  }
}
