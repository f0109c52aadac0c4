import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the keys that receipts are signed with.
struct AdminKeyList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Keys that receipts are signed with", examples: ["parley admin key list"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let keys = try await desk.askAll(.listKeys, .fields([:]), items: "keys")
    var listing = Listing([
      TableColumn("KEY"), TableColumn("SINCE"), TableColumn("UNTIL"), TableColumn("PUBLIC KEY"),
    ])
    for key in keys {
      listing.add(
        key, id: key.text("name"),
        [
          TableCell(ShownName.last(key.text("name")), style: .bold),
          .past(key.text("createTime"), desk.times), .past(key.text("retireTime"), desk.times),
          TableCell(key.text("publicKey")),
        ])
    }
    try desk.show(listing)
  }
}
