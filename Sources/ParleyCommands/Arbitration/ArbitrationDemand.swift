import ArgumentParser
package import ParleyClient

/// Demands arbitration; the time to answer starts.
package struct ArbitrationDemand: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "demand", "Demand arbitration",
    examples: [
      "parley arbitration demand 7k3q-m2xw --basis contract-clause --agreement E-1 "
        + "--mediation attempted --fee FEE-2026-17 --relief 'EUR 8,400.00 and interest.'"
    ])
  package static let procedure = Procedure.demandArbitration
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "contract-clause or signed-submission.") package var basis: BasisChoice
  @Option(help: "The exhibit that holds it.") package var agreement: ExhibitReference
  @Option(help: "not-required, attempted, refused or waived.") package var mediation:
    MediationFirstChoice
  @Option(help: "Reference of the fee paid.") package var fee: String
  @Option(help: "What is asked for.") package var relief: String
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "basis": basis.wire,
      "agreementExhibit": agreement.name(dispute),
      "mediationFirst": mediation.wire,
      "feeReference": .text(fee),
      "relief": .text(relief),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This starts the time to answer and costs the fee. Demand it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Demanded arbitration of \(dispute)."
  }
}
