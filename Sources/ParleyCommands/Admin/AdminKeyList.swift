import ArgumentParser
import ParleyClient
import TerminalKit

/// Lists the keys that receipts are signed with.
struct AdminKeyList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Keys that receipts are signed with", examples: ["parley admin key list"],
    notes: "Believed here is what was there first, and what a key that is believed endorsed.")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let (keys, believed) = try await desk.learnKeys()
    let known = Set(believed.map { "keys/" + $0.id })
    var listing = Listing([
      TableColumn("KEY"), TableColumn("SINCE"), TableColumn("UNTIL"),
      TableColumn("ENDORSED BY"), TableColumn("HERE"), TableColumn("PUBLIC KEY"),
    ])
    for key in keys {
      listing.add(
        key, id: key.text("name"),
        [
          TableCell(ShownName.last(key.text("name")), style: .bold),
          .past(key.text("createTime"), desk.times), .past(key.text("retireTime"), desk.times),
          TableCell(ShownName.last(key.text("endorsement.endorser"))),
          known.contains(key.text("name"))
            ? TableCell("believed", style: .green) : TableCell("NOT BELIEVED", style: .red),
          TableCell(key.text("publicKey")),
        ])
    }
    try desk.show(listing)
  }
}
