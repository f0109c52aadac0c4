import ArgumentParser
import ParleyClient

/// Appoints the nominee, or agrees to it where no institution appoints.
struct NeutralAppoint: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "appoint", "Appoint the nominee, or agree to it",
    examples: [
      "parley mediation appoint 7k3q-m2xw members/5c1d"
    ])
  static let procedure = Procedure.appointNeutral

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
    "Appointed, or agreed to, the nominee in \(dispute)."
  }
}
