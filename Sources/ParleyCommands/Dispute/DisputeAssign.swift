import ArgumentParser
package import ParleyClient

/// Hands a dispute to another broker of the same organization.
package struct DisputeAssign: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "assign", "Hand a dispute to a colleague",
    examples: [
      "parley assign 7k3q-m2xw members/5c1d"
    ])
  package static let procedure = Procedure.assignOwner

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "The colleague, members/ID.") package var member: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "owner": MemberName.value(member)
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Handed \(dispute) over."
  }
}
