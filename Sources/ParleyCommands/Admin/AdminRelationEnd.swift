import ArgumentParser
import ParleyClient

/// Records that a relationship has ended.
struct AdminRelationEnd: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "end", "Record that a relationship has ended",
    examples: ["parley admin panel relation end relations/7k3qm2xw --on 2026-06-30"])

  @Argument(help: "Which, relations/ID.") var relation: String
  @Option(help: "The day it ended; today without it.") var on: CalendarDay?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue {
    .fields(["name": .text(relation), "endDate": on?.date])
  }

  func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.endRelation, request)
    try desk.show(
      ChangeReport(
        "Recorded the end.",
        consequence: "It counts for some years more, as the rules of each dispute say.",
        value: reply, id: relation))
  }
}
