import ArgumentParser
import ParleyClient

/// Nominates a neutral: mediator or arbitrator, as the stage says.
struct NeutralNominate: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "nominate", "Nominate a neutral of the panel",
    examples: [
      "parley mediation nominate 7k3q-m2xw members/5c1d"
    ])
  static let procedure = Procedure.nominateNeutral

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The person, members/ID.") var member: String
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "member": MemberName.value(member),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Nominated a neutral in \(dispute)."
  }
}
