import ArgumentParser
package import ParleyClient

/// Ends a session.
package struct SessionEnd: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "end", "End a session (mediators)",
    examples: [
      "parley session end 7k3q-m2xw 1"
    ])
  package static let procedure = Procedure.endSession

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the session.") package var number: Int
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "session": .text("\(dispute.name)/sessions/\(number)")
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Ended session \(number) in \(dispute)."
  }
}
