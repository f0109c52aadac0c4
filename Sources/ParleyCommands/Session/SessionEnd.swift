import ArgumentParser
import ParleyClient

/// Ends a session.
struct SessionEnd: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "end", "End a session (mediators)",
    examples: [
      "parley session end 7k3q-m2xw 1"
    ])
  static let procedure = Procedure.endSession

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the session.") var number: Int
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "session": .text("\(dispute.name)/sessions/\(number)")
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Ended session \(number) in \(dispute)."
  }
}
