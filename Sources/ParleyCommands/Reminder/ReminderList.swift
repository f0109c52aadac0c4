import ArgumentParser
import ParleyClient
import TerminalKit

/// The reminders that were sent.
struct ReminderList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Reminders that were sent", examples: ["parley reminder list 7k3q-m2xw"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let value = try await desk.read(try desk.dispute(dispute, binds: false))
    var listing = Listing([TableColumn("REMINDER"), TableColumn("BY"), TableColumn("SENT")])
    for reminder in value.list("reminders") {
      listing.add(
        reminder, id: reminder.text("number"),
        [
          TableCell(reminder.text("number"), style: .bold),
          TableCell(ShownName.value(reminder.text("channel"), "CHANNEL")),
          .past(reminder.text("sendTime"), desk.times),
        ])
    }
    try desk.show(listing)
  }
}
