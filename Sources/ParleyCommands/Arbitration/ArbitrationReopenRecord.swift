import ArgumentParser
package import ParleyClient

/// Reopens the record for a reason.
package struct ArbitrationReopenRecord: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "reopen-record", "Reopen the record (arbitrators)",
    examples: [
      "parley arbitration reopen-record 7k3q-m2xw --reason 'New evidence came to light.'"
    ])
  package static let procedure = Procedure.reopenRecord

  @OptionGroup package var target: DisputeTarget
  @Option(help: "Why.") package var reason: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(reason)
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reopened the record of \(dispute)."
  }
}
