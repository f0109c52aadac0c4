import ArgumentParser
import ParleyClient
import TerminalKit

/// Writes deadlines for a calendar.
struct DeadlineExport: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "export", "Write deadlines as a calendar (.ics)",
    examples: [
      "parley deadline export 7k3q-m2xw",
      "parley deadline export --all --to deadlines.ics",
    ],
    notes: "Holds the deadlines you see, without names. Read it again to have them up to date.")

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String?
  @Flag(help: "Those of all disputes that you see.") var all = false
  @Option(help: "Where to; standard output where not given.", completion: .file())
  var to: String?
  @Flag(help: "Replace a file that is there.") var force = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func validate() throws {
    guard all == (dispute == nil) else {
      throw ValidationError("Name a dispute, or say --all.")
    }
  }

  func perform(_ desk: Desk) async throws {
    guard desk.output == .table else {
      throw CommandFailure.usage("A calendar has one form: leave -o out.")
    }
    let parent = try dispute.map { try desk.dispute($0, binds: false).name } ?? "disputes/-"
    if let to, !force, try PrivateFile(to).read() != nil {
      throw CommandFailure.usage("\(to) is there already: say --force or another --to.")
    }
    let deadlines = try await desk.askAll(
      .listDeadlines, .fields(["parent": .text(parent)]), items: "deadlines")
    let text = CalendarText.text(deadlines, server: "parley", desk: desk)
    guard let to else { return try desk.write(text) }
    try PrivateFile(to).write(Array(text.utf8))
    let events = deadlines.count { !$0.text("dueTime").isEmpty }
    try desk.show(
      ChangeReport("Saved \(events) deadlines as \(to).", value: .text(to), id: to))
  }
}
