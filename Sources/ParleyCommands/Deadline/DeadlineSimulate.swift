import ArgumentParser
import ParleyClient
import TerminalKit

/// Counts a period as the rules of a dispute would.
struct DeadlineSimulate: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "simulate", "What if: when a period would end",
    examples: [
      "parley deadline simulate 7k3q-m2xw answer --from 2026-12-18",
      "parley deadline simulate 7k3q-m2xw grace --from 2026-12-18 --days 14 --by letter",
    ],
    notes: "Nothing is entered. Counted by the profile of the dispute: its calendar, cut-off, zone."
  )

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Argument(help: "grace, answer, award, ... as deadline list names it.") var deadline: String
  @Option(help: "The day it would begin with, which does not count.") var from: CalendarDay
  @Option(help: "Days; what the rules say where not given.") var days: Period?
  @Option(help: "How what begins it would be sent.") var by: ChannelChoice?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let kind = "DEADLINE_KIND_" + deadline.uppercased().replacing("-", with: "_")
    let found = try await desk.ask(
      .simulateDeadline,
      .fields([
        "name": .text(id.name), "kind": .text(kind), "triggerDate": from.date,
        "days": days.map { .whole($0.days) }, "channel": by?.wire,
      ]))
    var sheet = Sheet(found, id: id.name)
    sheet.lines.append("\(desk.bold(DeadlineTable.what(found))) of \(id), supposed")
    for (name, text) in DeadlineAccountText.steps(found, desk) { sheet.add(name, text) }
    try desk.show(sheet)
  }
}
