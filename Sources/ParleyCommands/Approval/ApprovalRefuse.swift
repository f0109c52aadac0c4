import ArgumentParser
import ParleyClient

/// Refuse what a colleague asked for (supervisors).
struct ApprovalRefuse: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "refuse", "Refuse what a colleague asked for (supervisors)",
    examples: [
      "parley approval refuse 7k3q-m2xw 1"
    ])
  static let procedure = Procedure.refuseApproval
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the approval.") var number: Int
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "approval": .text("\(dispute.name)/approvals/\(number)"),
      "reason": .text(of: reason),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Refused approval \(number) in \(dispute)."
  }
}
