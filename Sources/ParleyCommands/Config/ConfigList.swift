import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists all settings in force.
struct ConfigList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "All settings in force", examples: ["parley config list"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    var listing = Listing([
      TableColumn("SETTING"), TableColumn("VALUE", shrinkPriority: 1), TableColumn("FROM"),
      TableColumn("MEANING", shrinkPriority: 2),
    ])
    for key in SettingKey.allCases {
      let resolved = desk.settings[key]
      let origin = resolved?.origin.shown ?? "not set"
      listing.add(
        .fields([
          "key": .text(key.rawValue), "value": .text(of: resolved?.value), "from": .text(origin),
        ]), id: key.rawValue,
        [
          TableCell(key.rawValue, style: .bold), TableCell(resolved?.value ?? ""),
          TableCell(origin), TableCell(key.meaning),
        ])
    }
    try desk.show(listing)
  }
}
