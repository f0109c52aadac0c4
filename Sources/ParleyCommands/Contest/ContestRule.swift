import ArgumentParser
import ParleyClient

/// Rules on the contest of an act that binds.
struct ContestRule: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "rule", "Rule on a contest (administrators)",
    examples: [
      "parley contest rule 7k3q-m2xw settlement-2 --upheld --reason 'The signature is forged.'"
    ])
  static let procedure = Procedure.ruleOnContest

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The act, as `contest list` names it.") var act: RecordedActReference
  @Flag(help: "The act binds nobody.") var upheld = false
  @Flag(help: "The act stands.") var denied = false
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "recordedAct": act.name(dispute),
      "upheld": .bool(upheld),
      "reason": .text(reason),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The ruling goes on record. Rule so?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Ruled on the contest in \(dispute)."
  }

  mutating func validate() throws {
    if upheld == denied { throw ValidationError("Say --upheld or --denied.") }
  }
}
