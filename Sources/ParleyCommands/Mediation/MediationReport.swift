import ArgumentParser
import ParleyClient

/// Makes the mediator's report. There is no option for a fifth fact (Uniform Mediation Act s. 7).
struct MediationReport: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "report", "Make the mediator's report: four facts, no more",
    examples: [
      "parley mediation report 7k3q-m2xw --occurred --terminated --attending both"
    ])
  static let procedure = Procedure.reportMediation

  @OptionGroup var target: DisputeTarget
  @Flag(help: "Mediation took place.") var occurred = false
  @Flag(help: "It was terminated.") var terminated = false
  @Flag(help: "A settlement was reached.") var settled = false
  @Option(help: "Who attended: claimant,respondent or both.") var attending: SidesArgument?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "occurred": .bool(occurred),
      "terminated": .bool(terminated),
      "settled": .bool(settled),
      "attending": attending?.value,
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A report is made once. Make it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reported on the mediation of \(dispute)."
  }
}
