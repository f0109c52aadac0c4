import ArgumentParser
import ParleyClient

/// Writes one setting to the configuration file.
struct ConfigSet: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "set", "Write a setting to the configuration file",
    examples: [
      "parley config set time iso", "parley config set contexts.duarte.server localhost:8443",
    ])

  @Argument(help: "The setting, or contexts.NAME.SETTING.") var key: String
  @Argument(help: "Its value.") var value: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    var config = desk.config
    try config.set(key, to: value)
    if key == SettingKey.context.rawValue, config.contexts[value] == nil {
      throw CommandFailure(
        .notFound, "There is no context \(value).",
        next: "parley config set contexts.\(value).server localhost:8443")
    }
    if !desk.options.dryRun { try desk.paths.configFile.write(Array(try config.yaml.utf8)) }
    try desk.show(
      ChangeReport(
        "Set \(key) to \(value).",
        consequence: "Kept in \(desk.paths.shown(desk.paths.configFile.path)).",
        value: .fields(["key": .text(key), "value": .text(value)]), id: key))
  }
}
