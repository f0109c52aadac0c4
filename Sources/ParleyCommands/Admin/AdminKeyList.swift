import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the keys that receipts are signed with.
package struct AdminKeyList: ParleyCommand {
  package static let configuration = CommandConfiguration.leaf(
    "list", "Keys that receipts are signed with", examples: ["parley admin key list"])

  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func perform(_ desk: Desk) async throws {
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
