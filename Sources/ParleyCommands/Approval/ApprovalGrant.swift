import ArgumentParser
package import ParleyClient

/// Grant what a colleague asked for (supervisors).
package struct ApprovalGrant: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "grant", "Grant what a colleague asked for (supervisors)",
    examples: [
      "parley approval grant 7k3q-m2xw 1"
    ])
  package static let procedure = Procedure.grantApproval
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the approval.") package var number: Int
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "approval": .text("\(dispute.name)/approvals/\(number)")
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "The act is then done.", word: dispute.description)
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Granted approval \(number) in \(dispute)."
  }
}
