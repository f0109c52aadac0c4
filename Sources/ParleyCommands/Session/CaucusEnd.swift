import ArgumentParser
import ParleyClient

/// Ends a separate meeting.
struct CaucusEnd: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "end", "End a separate meeting (mediators)",
    examples: [
      "parley session caucus end 7k3q-m2xw 1"
    ])
  static let procedure = Procedure.endCaucus

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
    "Ended the separate meeting in session \(number) of \(dispute)."
  }
}
