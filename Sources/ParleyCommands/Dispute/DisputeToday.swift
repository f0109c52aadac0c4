import ArgumentParser
import ParleyClient
import TerminalKit

/// What waits on the caller and what falls due next.
struct DisputeToday: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "today", "What waits on you and what falls due",
    examples: ["parley today", "parley today --within 7d"])

  @Option(help: "Deadlines of so many days ahead.") var within: Period = .fortnight
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let waiting = try await desk.askAll(
      .listDisputes,
      .fields(["filter": .text("waiting_on = me AND open = true"), "orderBy": .text("due_time")]),
      items: "disputes", limit: 500)
    desk.noteSeen(waiting.map { $0.text("name") })
    let names = Set(waiting.map { $0.text("name") })
    let end = Timestamp.text(desk.world.now() + Int64(within.days) * 86_400)
    let deadlines = try await desk.askAll(
      .listDeadlines,
      .fields(["parent": .text("disputes/-"), "filter": .text("due_time < \"\(end)\"")]),
      items: "deadlines", limit: 500)
    guard desk.output == .table, desk.terminal.isTerminal(.output) else {
      // One list for programs: what falls due, the dispute in front of it.
      return try desk.show(DeadlineTable.listing(deadlines, yours: names, desk: desk))
    }
    try desk.show(DisputeTable.listing(waiting, waiting: names, desk: desk))
    guard !deadlines.isEmpty else { return }
    try desk.write("\n")
    try desk.show(DeadlineTable.listing(deadlines, yours: names, desk: desk))
  }
}
