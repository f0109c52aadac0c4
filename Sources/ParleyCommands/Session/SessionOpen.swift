import ArgumentParser
package import ParleyClient

/// Opens a session and says who attends.
package struct SessionOpen: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "open", "Open a session (mediators)",
    examples: [
      "parley session open 7k3q-m2xw 1 --attending both"
    ])
  package static let procedure = Procedure.openSession

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the session.") package var number: Int
  @Option(help: "claimant,respondent or both.") package var attending: SidesArgument
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "session": .text("\(dispute.name)/sessions/\(number)"),
      "attending": attending.value,
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Opened session \(number) in \(dispute)."
  }
}
