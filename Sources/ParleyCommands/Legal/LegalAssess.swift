import ArgumentParser
import ParleyClient

/// Records which way forward is worth its cost.
struct LegalAssess: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "assess", "Record an assessment of the way forward",
    examples: [
      "parley legal assess 7k3q-m2xw --choice collections --reason 'Two demands unanswered.'"
    ])
  static let procedure = Procedure.assessPath

  @OptionGroup var target: DisputeTarget
  @Option(help: "collections, counsel, small-claims, lawsuit, arbitration, write-off or settle.")
  var choice: PathChoiceOption
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "choice": choice.wire,
      "reason": .text(reason),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Assessed the way forward of \(dispute)."
  }
}
