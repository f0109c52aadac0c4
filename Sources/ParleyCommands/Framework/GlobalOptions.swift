import ArgumentParser
import TerminalKit

/// The options that every command takes.
package struct GlobalOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("table, json, jsonl, yaml or id.", valueName: "format"))
  package var output: OutputFormat?

  @Option(
    name: .long, defaultAsFlag: "",
    help: ArgumentHelp("JSON of these fields; bare, list them.", valueName: "fields"))
  package var json: String?

  @Option(help: ArgumentHelp("Context of the configuration to use.", valueName: "name"))
  package var context: String?

  @Option(help: ArgumentHelp("Host and port of the server.", valueName: "host:port"))
  package var server: String?

  @Option(help: ArgumentHelp("Act as this signed-in member.", valueName: "member"))
  package var identity: String?

  @Option(help: ArgumentHelp("Trust the authorities in this PEM file.", valueName: "file"))
  package var ca: String?

  @Flag(help: "Do not encrypt; only for a server on this machine.")
  package var cleartext = false

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
  package var color: ColorWhen?

  @Option(help: ArgumentHelp("relative or iso.", valueName: "form"))
  package var time: TimeForm?

  @Flag(name: .shortAndLong, help: "Only results: no progress, no notes.")
  package var quiet = false

  @Flag(name: .shortAndLong, help: "Skip confirmations, saying which.")
  package var yes = false

  @Flag(help: "Let the server check everything and change nothing.")
  package var dryRun = false

  package init() {}
}
