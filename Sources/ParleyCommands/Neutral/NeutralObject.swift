import ArgumentParser
package import ParleyClient

/// Objects to a nominee within the time for it.
package struct NeutralObject: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "object", "Object to a nominee",
    examples: [
      "parley mediation object 7k3q-m2xw --ground relationship --reason 'A cousin of "
        + "the owner.'"
    ])
  package static let procedure = Procedure.objectToNeutral

  @OptionGroup package var target: DisputeTarget
  @Option(help: "relationship, financial-interest, prior-involvement or other.") package var ground:
    GroundChoice
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "ground": ground.wire,
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Objected to the nominee in \(dispute)."
  }
}
