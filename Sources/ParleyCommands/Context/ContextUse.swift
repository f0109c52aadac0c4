import ArgumentParser
import ParleyClient

/// Makes a context the one in use.
struct ContextUse: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "use", "Use a context from now on", examples: ["parley context use duarte"])

  @Argument(help: "The context.") var name: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    guard desk.config.contexts[name] != nil else {
      throw CommandFailure(
        .notFound, "There is no context \(name).", next: "parley context list")
    }
    var config = desk.config
    try config.set(SettingKey.context.rawValue, to: name)
    if !desk.options.dryRun { try desk.paths.configFile.write(Array(try config.yaml.utf8)) }
    try desk.show(
      ChangeReport("Now using context \(name).", value: .fields(["name": .text(name)]), id: name))
  }
}
