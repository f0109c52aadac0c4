import ArgumentParser
import ParleyClient

/// Hands a dispute to another broker of the same organization.
struct DisputeAssign: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "assign", "Hand a dispute to a colleague",
    examples: [
      "parley assign 7k3q-m2xw members/5c1d"
    ])
  static let procedure = Procedure.assignOwner

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The colleague, members/ID.") var member: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "owner": MemberName.value(member)
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Handed \(dispute) over."
  }
}
