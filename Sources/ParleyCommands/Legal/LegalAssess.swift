import ArgumentParser
package import ParleyClient

/// Records which way forward is worth its cost.
package struct LegalAssess: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "assess", "Record an assessment of the way forward",
    examples: [
      "parley legal assess 7k3q-m2xw --choice collections --reason 'Two demands unanswered.'"
    ])
  package static let procedure = Procedure.assessPath

  @OptionGroup package var target: DisputeTarget
  @Option(help: "collections, counsel, small-claims, lawsuit, arbitration, write-off or settle.")
  package var choice: PathChoiceOption
  @Option(help: "Why.") package var reason: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "choice": choice.wire,
      "reason": .text(reason),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Assessed the way forward of \(dispute)."
  }
}
