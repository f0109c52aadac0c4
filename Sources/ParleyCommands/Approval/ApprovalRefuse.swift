import ArgumentParser
package import ParleyClient

/// Refuse what a colleague asked for (supervisors).
package struct ApprovalRefuse: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "refuse", "Refuse what a colleague asked for (supervisors)",
    examples: [
      "parley approval refuse 7k3q-m2xw 1"
    ])
  package static let procedure = Procedure.refuseApproval
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the approval.") package var number: Int
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "approval": .text("\(dispute.name)/approvals/\(number)"),
      "reason": .text(of: reason),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Refused approval \(number) in \(dispute)."
  }
}
