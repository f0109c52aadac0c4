import ArgumentParser
package import ParleyClient

/// Begins a separate meeting; all are told the fact, none the content.
package struct CaucusOpen: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "open", "Meet one side alone (mediators)",
    examples: [
      "parley session caucus open 7k3q-m2xw 1 --with respondent"
    ])
  package static let procedure = Procedure.openCaucus

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the session.") package var number: Int
  @Option(name: .customLong("with"), help: "The side.") package var side: PartyName
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "session": .text("\(dispute.name)/sessions/\(number)"),
      "side": side.side.wire,
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Began a separate meeting in session \(number) of \(dispute)."
  }
}
