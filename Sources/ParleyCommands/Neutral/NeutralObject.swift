import ArgumentParser
import ParleyClient

/// Objects to a nominee within the time for it.
struct NeutralObject: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "object", "Object to a nominee",
    examples: [
      "parley mediation object 7k3q-m2xw --ground relationship --reason 'A cousin of "
        + "the owner.'"
    ])
  static let procedure = Procedure.objectToNeutral

  @OptionGroup var target: DisputeTarget
  @Option(help: "relationship, financial-interest, prior-involvement or other.") var ground:
    GroundChoice
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "ground": ground.wire,
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Objected to the nominee in \(dispute)."
  }
}
