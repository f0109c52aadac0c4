import ArgumentParser
package import ParleyClient

/// Makes the mediator's report. There is no option for a fifth fact (Uniform Mediation Act s. 7).
package struct MediationReport: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "report", "Make the mediator's report: four facts, no more",
    examples: [
      "parley mediation report 7k3q-m2xw --occurred --terminated --attending both"
    ])
  package static let procedure = Procedure.reportMediation

  @OptionGroup package var target: DisputeTarget
  @Flag(help: "Mediation took place.") package var occurred = false
  @Flag(help: "It was terminated.") package var terminated = false
  @Flag(help: "A settlement was reached.") package var settled = false
  @Option(help: "Who attended: claimant,respondent or both.") package var attending: SidesArgument?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "occurred": .bool(occurred),
      "terminated": .bool(terminated),
      "settled": .bool(settled),
      "attending": attending?.value,
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A report is made once. Make it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reported on the mediation of \(dispute)."
  }
}
