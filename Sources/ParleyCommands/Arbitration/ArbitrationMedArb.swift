import ArgumentParser
import ParleyClient

/// Agrees that who mediated may be nominated as arbitrator.
struct ArbitrationMedArb: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "med-arb", "Agree to the mediator as arbitrator",
    examples: ["parley arbitration med-arb 7k3q-m2xw E-4"])
  static let procedure = Procedure.consentMedArb

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The consent in writing, the same for both: E-4.") var paper: ExhibitReference
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "paperExhibit": paper.name(dispute),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo(
      "Whom you confided in may come to decide the dispute, bound to silence but not to forget. "
        + "Agree?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Agreed in \(dispute) that who mediated may be nominated as arbitrator."
  }
}
