import ArgumentParser
import ParleyClient

/// Ends the mediation without a result.
struct MediationImpasse: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "impasse", "End the mediation without a result (mediators)",
    examples: [
      "parley mediation impasse 7k3q-m2xw"
    ])
  static let procedure = Procedure.declareMediationImpasse

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This ends the mediation. End it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "The mediation of \(dispute) ended without a result."
  }
}
