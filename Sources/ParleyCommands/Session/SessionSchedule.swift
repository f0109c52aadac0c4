import ArgumentParser
import ParleyClient

/// Schedules a session.
struct SessionSchedule: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "schedule", "Schedule a session (mediators)",
    examples: [
      "parley session schedule 7k3q-m2xw --at 2026-12-07T10:00:00Z"
    ])
  static let procedure = Procedure.scheduleSession

  @OptionGroup var target: DisputeTarget
  @Option(help: "When it starts.") var at: Moment
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "startTime": at.time
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Scheduled session \(ShownName.last(reply.text("created"))) in \(dispute)."
  }
}
