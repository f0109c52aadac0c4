import ArgumentParser
import ParleyClient

/// Prints one setting in force.
struct ConfigGet: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "get", "One setting in force", examples: ["parley config get output"])

  @Argument(help: "The setting.") var key: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    guard let known = SettingKey(rawValue: key) else {
      throw CommandFailure.usage("\(key) is not a setting.", next: "parley config list")
    }
    guard let resolved = desk.settings[known] else {
      throw CommandFailure(.notFound, "\(key) is not set.", next: "parley config explain \(key)")
    }
    if desk.output == .table { return try desk.write(resolved.value + "\n") }
    try desk.show(
      Sheet(
        .fields(["key": .text(key), "value": .text(resolved.value)]), id: resolved.value))
  }
}
