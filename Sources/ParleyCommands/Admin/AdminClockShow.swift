import ArgumentParser
import ParleyClient

/// Shows the server's clock.
struct AdminClockShow: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "show", "What time the server has", examples: ["parley admin clock show"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let clock = try await desk.ask(.getClock, .fields([:]))
    var sheet = Sheet(clock, id: clock.text("currentTime"))
    sheet.add(
      "Time", desk.times.exact(clock.text("currentTime")), value: clock.text("currentTime"))
    sheet.add("Offset", clock.text("offset"))
    sheet.add("Advanceable", clock.flag("advanceable") ? "yes" : "no")
    try desk.show(sheet)
  }
}
