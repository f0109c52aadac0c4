import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the contexts of the configuration file.
struct ContextList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "The contexts of the configuration file", examples: ["parley context list"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    var listing = Listing([
      TableColumn(""), TableColumn("CONTEXT"), TableColumn("SERVER"),
      TableColumn("IDENTITY", shrinkPriority: 1),
    ])
    for (name, members) in desk.config.contexts.sorted(by: { $0.key < $1.key }) {
      let isUsed = desk.settings[.context]?.value == name
      let server = members[.server] ?? ""
      let identity = members[.identity] ?? ""
      listing.add(
        .fields([
          "name": .text(name), "server": .text(server), "identity": .text(identity),
          "current": .bool(isUsed),
        ]), id: name,
        [
          TableCell(isUsed ? "*" : "", style: .green), TableCell(name, style: .bold),
          TableCell(server), TableCell(identity),
        ])
    }
    try desk.show(listing)
  }
}
