import ArgumentParser
import ParleyClient

/// Opens a session and says who attends.
struct SessionOpen: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "open", "Open a session (mediators)",
    examples: [
      "parley session open 7k3q-m2xw 1 --attending both"
    ])
  static let procedure = Procedure.openSession

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the session.") var number: Int
  @Option(help: "claimant,respondent or both.") var attending: SidesArgument
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "session": .text("\(dispute.name)/sessions/\(number)"),
      "attending": attending.value,
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Opened session \(number) in \(dispute)."
  }
}
