import ArgumentParser
package import ParleyClient

/// Ends the mediation without a result.
package struct MediationImpasse: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "impasse", "End the mediation without a result (mediators)",
    examples: [
      "parley mediation impasse 7k3q-m2xw"
    ])
  package static let procedure = Procedure.declareMediationImpasse

  @OptionGroup package var target: DisputeTarget
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This ends the mediation. End it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "The mediation of \(dispute) ended without a result."
  }
}
