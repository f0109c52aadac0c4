import ArgumentParser
import ParleyClient

/// Decides an objection to a nominee.
struct NeutralRule: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "rule", "Decide an objection (administrators)",
    examples: [
      "parley mediation rule 7k3q-m2xw --upheld --reason 'A relationship was shown.'",
      "parley mediation rule 7k3q-m2xw --denied",
    ])
  static let procedure = Procedure.ruleOnObjection

  @OptionGroup var target: DisputeTarget
  @Flag(help: "The nominee goes.") var upheld = false
  @Flag(help: "The nominee stays.") var denied = false
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "upheld": .bool(upheld),
      "reason": .text(of: reason),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The decision goes on record. Decide it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Decided the objection in \(dispute)."
  }

  mutating func validate() throws {
    if upheld == denied { throw ValidationError("Say --upheld or --denied.") }
  }
}
