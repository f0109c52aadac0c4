import ArgumentParser
import ParleyClient

/// Grant what a colleague asked for (supervisors).
struct ApprovalGrant: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "grant", "Grant what a colleague asked for (supervisors)",
    examples: [
      "parley approval grant 7k3q-m2xw 1"
    ])
  static let procedure = Procedure.grantApproval
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the approval.") var number: Int
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "approval": .text("\(dispute.name)/approvals/\(number)")
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "The act is then done.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Granted approval \(number) in \(dispute)."
  }
}
