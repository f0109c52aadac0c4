import ArgumentParser
package import ParleyClient

/// Appoints the nominee, or agrees to it where no institution appoints.
package struct NeutralAppoint: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "appoint", "Appoint the nominee, or agree to it",
    examples: [
      "parley mediation appoint 7k3q-m2xw members/5c1d"
    ])
  package static let procedure = Procedure.appointNeutral

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
    "Appointed, or agreed to, the nominee in \(dispute)."
  }
}
