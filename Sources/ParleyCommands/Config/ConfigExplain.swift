import ArgumentParser
import ParleyClient

/// Says where the value of a setting comes from.
struct ConfigExplain: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "explain", "Where the value of a setting comes from",
    examples: ["parley config explain server"])

  @Argument(help: "The setting.") var key: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    guard let known = SettingKey(rawValue: key) else {
      throw CommandFailure.usage("\(key) is not a setting.", next: "parley config list")
    }
    let resolved = desk.settings[known]
    var sheet = Sheet(
      .fields([
        "key": .text(key), "value": .text(of: resolved?.value),
        "from": .text(of: resolved?.origin.shown), "meaning": .text(known.meaning),
      ]), id: key)
    sheet.add("Setting", "\(key): \(known.meaning)", value: key)
    sheet.add("Value", desk.clean(resolved?.value ?? ""))
    sheet.add("From", resolved?.origin.shown ?? "not set")
    let context = known.isOfContext ? ", then the context" : ""
    sheet.add("Order", "\(known.option), then \(known.variable)\(context), then the file")
    try desk.show(sheet)
  }
}
