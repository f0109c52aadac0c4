import ArgumentParser
import ParleyClient

/// Rules on an objection to an exhibit.
struct EvidenceRule: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "rule", "Rule on an objection to an exhibit (arbitrators)",
    examples: [
      "parley evidence rule 7k3q-m2xw 1 --sustained --reason 'It quotes a third person.'",
      "parley evidence rule 7k3q-m2xw 2 --limited --reason 'Only to show when it was sent.'",
    ],
    notes:
      "What was tendered when the record was closed waits under such a number: --overruled takes "
      + "it in, --sustained leaves it out.")
  static let procedure = Procedure.ruleOnExhibit

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The number of the objection, as evidence list shows it.") var objection: Int
  @Flag(help: "The exhibit is left out.") var sustained = false
  @Flag(help: "The exhibit is considered.") var overruled = false
  @Flag(help: "It is considered for the purpose that --reason names alone.") var limited = false
  @Option(help: "Why, and for which purpose.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    guard [sustained, overruled, limited].filter({ $0 }).count == 1 else {
      throw ValidationError("Say one of --sustained, --overruled and --limited.")
    }
  }

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "objection": .whole(objection),
      "ruling": .text(
        "EXHIBIT_RULING_" + (sustained ? "SUSTAINED" : overruled ? "OVERRULED" : "LIMITED")),
      "reason": .text(reason),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Ruled on objection \(objection) in \(dispute)."
  }
}
