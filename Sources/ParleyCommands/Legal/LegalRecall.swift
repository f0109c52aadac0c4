import ArgumentParser
import ParleyClient

/// Recalls the claim from collections.
struct LegalRecall: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "recall", "Recall from collections",
    examples: [
      "parley legal recall 7k3q-m2xw"
    ])
  static let procedure = Procedure.recallCollections

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason)
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recalled \(dispute) from collections."
  }
}
