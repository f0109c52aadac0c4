import ArgumentParser
import TerminalKit

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("table, json, jsonl, yaml or id.", valueName: "format"))
  var output: OutputFormat?

  @Option(
    name: .long, defaultAsFlag: "",
    help: ArgumentHelp("JSON of these fields; bare, list them.", valueName: "fields"))
  var json: String?

  @Option(help: ArgumentHelp("Context of the configuration to use.", valueName: "name"))
  var context: String?

  @Option(help: ArgumentHelp("Host and port of the server.", valueName: "host:port"))
  var server: String?

  @Option(help: ArgumentHelp("Act as this signed-in member.", valueName: "member"))
  var identity: String?

  @Option(help: ArgumentHelp("Trust the authorities in this PEM file.", valueName: "file"))
  var ca: String?

  @Flag(help: "Do not encrypt; only for a server on this machine.")
  var cleartext = false

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
  var color: ColorWhen?

  @Option(help: ArgumentHelp("relative or iso.", valueName: "form"))
  var time: TimeForm?

  @Flag(name: .shortAndLong, help: "Only results: no progress, no notes.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Skip confirmations, saying which.")
  var yes = false

  @Flag(help: "Let the server check everything and change nothing.")
  var dryRun = false

  init() {}
}
