import ArgumentParser
import ParleyClient

/// Moves the clock of a development server forward.
struct AdminClockAdvance: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "advance", "Move a development server's clock forward",
    examples: ["parley admin clock advance 15d"],
    notes: "Only where the data directory was made for development. Never goes back.")

  @Argument(help: "How far: 15d, 2w.") var step: Period
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue { .fields(["step": .text("\(step.days * 86_400)s")]) }

  func perform(_ desk: Desk) async throws {
    try desk.confirm(.yesOrNo("Deadlines on the way fall due. Advance by \(step.days) days?"))
    let clock = try await desk.change(.advanceClock, request)
    let now = clock.text("currentTime")
    try desk.show(
      ChangeReport("The server has \(desk.times.exact(now)).", value: clock, id: now))
  }
}
