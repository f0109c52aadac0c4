import ArgumentParser
import ParleyClient

/// Objects to an exhibit of the other side.
struct EvidenceObject: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "object", "Object to an exhibit of the other side",
    examples: [
      "parley evidence object 7k3q-m2xw E-3 --ground hearsay --reason 'It quotes a third person.'"
    ])
  static let procedure = Procedure.objectToExhibit

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The exhibit, as it is cited: E-3.") var exhibit: ExhibitReference
  @Option(help: "relevance, authenticity, privilege, hearsay, late, incomplete, ...")
  var ground: ExhibitGroundChoice
  @Option(help: "Why, in full.") var reason: String
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "exhibit": exhibit.name(dispute), "ground": ground.wire, "reason": .text(reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Objected to an exhibit of \(dispute)."
  }
}
