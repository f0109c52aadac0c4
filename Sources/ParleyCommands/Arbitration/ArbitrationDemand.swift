import ArgumentParser
import ParleyClient

/// Demands arbitration; the time to answer starts.
struct ArbitrationDemand: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "demand", "Demand arbitration",
    examples: [
      "parley arbitration demand 7k3q-m2xw --basis contract-clause --agreement E-1 "
        + "--mediation attempted --fee FEE-2026-17 --relief 'EUR 8,400.00 and interest.'"
    ])
  static let procedure = Procedure.demandArbitration
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "contract-clause or signed-submission.") var basis: BasisChoice
  @Option(help: "The exhibit that holds it.") var agreement: ExhibitReference
  @Option(help: "not-required, attempted, refused or waived.") var mediation: MediationFirstChoice
  @Option(help: "Reference of the fee paid.") var fee: String
  @Option(help: "What is asked for.") var relief: String
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "basis": basis.wire,
      "agreementExhibit": agreement.name(dispute),
      "mediationFirst": mediation.wire,
      "feeReference": .text(fee),
      "relief": .text(relief),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This starts the time to answer and costs the fee. Demand it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Demanded arbitration of \(dispute)."
  }
}
