import ArgumentParser
import ParleyClient

/// Adjourns a session, to a time or without one.
struct SessionAdjourn: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "adjourn", "Adjourn a session (mediators)",
    examples: [
      "parley session adjourn 7k3q-m2xw 1 --until 2026-12-09T10:00:00Z"
    ])
  static let procedure = Procedure.adjournSession

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the session.") var number: Int
  @Option(help: "When it goes on.") var until: Moment?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "session": .text("\(dispute.name)/sessions/\(number)"),
      "resumeTime": until?.time,
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Adjourned session \(number) in \(dispute)."
  }
}
