import ArgumentParser
package import ParleyClient

/// Recalls the claim from collections.
package struct LegalRecall: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "recall", "Recall from collections",
    examples: [
      "parley legal recall 7k3q-m2xw"
    ])
  package static let procedure = Procedure.recallCollections

  @OptionGroup package var target: DisputeTarget
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason)
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recalled \(dispute) from collections."
  }
}
