import ArgumentParser
import ParleyClient

/// Ends negotiation without a result.
struct DisputeImpasse: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "impasse", "End negotiation without a result",
    examples: [
      "parley impasse 7k3q-m2xw --reason 'The offer lapsed.'"
    ])
  static let procedure = Procedure.declareImpasse

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This ends negotiation. End it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Negotiation of \(dispute) ended without a result."
  }
}
