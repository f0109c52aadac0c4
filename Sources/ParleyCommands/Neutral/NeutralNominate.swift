import ArgumentParser
package import ParleyClient

/// Nominates a neutral: mediator or arbitrator, as the stage says.
package struct NeutralNominate: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "nominate", "Nominate a neutral of the panel",
    examples: [
      "parley mediation nominate 7k3q-m2xw members/5c1d"
    ])
  package static let procedure = Procedure.nominateNeutral

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "The person, members/ID.") package var member: String
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "member": MemberName.value(member),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Nominated a neutral in \(dispute)."
  }
}
