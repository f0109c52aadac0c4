import ArgumentParser
package import ParleyClient

/// Decides an objection to a nominee.
package struct NeutralRule: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "rule", "Decide an objection (administrators)",
    examples: [
      "parley mediation rule 7k3q-m2xw --upheld --reason 'A relationship was shown.'",
      "parley mediation rule 7k3q-m2xw --denied",
    ])
  package static let procedure = Procedure.ruleOnObjection

  @OptionGroup package var target: DisputeTarget
  @Flag(help: "The nominee goes.") package var upheld = false
  @Flag(help: "The nominee stays.") package var denied = false
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "upheld": .bool(upheld),
      "reason": .text(of: reason),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The decision goes on record. Decide it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Decided the objection in \(dispute)."
  }

  package mutating func validate() throws {
    if upheld == denied { throw ValidationError("Say --upheld or --denied.") }
  }
}
