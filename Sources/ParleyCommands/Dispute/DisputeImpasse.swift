import ArgumentParser
package import ParleyClient

/// Ends negotiation without a result.
package struct DisputeImpasse: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "impasse", "End negotiation without a result",
    examples: [
      "parley impasse 7k3q-m2xw --reason 'The offer lapsed.'"
    ])
  package static let procedure = Procedure.declareImpasse

  @OptionGroup package var target: DisputeTarget
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This ends negotiation. End it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Negotiation of \(dispute) ended without a result."
  }
}
