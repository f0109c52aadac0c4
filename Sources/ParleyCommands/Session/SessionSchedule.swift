import ArgumentParser
package import ParleyClient

/// Schedules a session.
package struct SessionSchedule: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "schedule", "Schedule a session (mediators)",
    examples: [
      "parley session schedule 7k3q-m2xw --at 2026-12-07T10:00:00Z"
    ])
  package static let procedure = Procedure.scheduleSession

  @OptionGroup package var target: DisputeTarget
  @Option(help: "When it starts.") package var at: Moment
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "startTime": at.time
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Scheduled session \(ShownName.last(reply.text("created"))) in \(dispute)."
  }
}
