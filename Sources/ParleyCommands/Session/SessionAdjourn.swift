import ArgumentParser
package import ParleyClient

/// Adjourns a session, to a time or without one.
package struct SessionAdjourn: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "adjourn", "Adjourn a session (mediators)",
    examples: [
      "parley session adjourn 7k3q-m2xw 1 --until 2026-12-09T10:00:00Z"
    ])
  package static let procedure = Procedure.adjournSession

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the session.") package var number: Int
  @Option(help: "When it goes on.") package var until: Moment?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "session": .text("\(dispute.name)/sessions/\(number)"),
      "resumeTime": until?.time,
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Adjourned session \(number) in \(dispute)."
  }
}
