import ArgumentParser
import ParleyClient

/// Begins a separate meeting; all are told the fact, none the content.
struct CaucusOpen: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "open", "Meet one side alone (mediators)",
    examples: [
      "parley session caucus open 7k3q-m2xw 1 --with respondent"
    ])
  static let procedure = Procedure.openCaucus

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the session.") var number: Int
  @Option(name: .customLong("with"), help: "The side.") var side: PartyName
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "session": .text("\(dispute.name)/sessions/\(number)"),
      "side": side.side.wire,
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Began a separate meeting in session \(number) of \(dispute)."
  }
}
