import ParleyClient
import TerminalKit

/// Disputes as a table; the same columns wherever they are listed.
enum DisputeTable {
  /// The listing. `waiting` are the names of those that wait on the caller.
  static func listing(
    _ disputes: [PlainValue], waiting: Set<String>, desk: Desk
  ) -> Listing {
    let count = disputes.count == 1 ? "1 dispute" : "\(disputes.count) disputes"
    let waits = disputes.count { waiting.contains($0.text("name")) }
    var listing = Listing(
      [
        TableColumn("DISPUTE"), TableColumn("TITLE", shrinkPriority: 3, minimumCells: 12),
        TableColumn("STAGE", shrinkPriority: 1), TableColumn("STATUS", shrinkPriority: 1),
        TableColumn("SETTLEMENT", shrinkPriority: 2), TableColumn("WAITING ON"),
        TableColumn("DUE", shrinkPriority: 2), TableColumn("OUTSTANDING", alignment: .right),
        TableColumn("CHANGED", shrinkPriority: 2),
      ],
      heading: "\(count), \(waits) waiting on you. Times in \(desk.world.zone.name).")
    for dispute in disputes {
      let name = dispute.text("name")
      let isYours = waiting.contains(name)
      let turns = dispute.list("turns").map { ShownName.turn($0.spelled) }
      let settlement = ShownName.value(dispute.text("settlementState"), "SETTLEMENT_STATE")
      listing.add(
        dispute, id: name,
        [
          TableCell(
            dispute.shownDispute("name"), value: ShownName.last(name), style: .bold),
          TableCell(dispute.text("title")),
          TableCell(ShownName.value(dispute.text("stage"), "STAGE")),
          TableCell(ShownName.value(dispute.text("status"), "STATUS")),
          TableCell(
            settlement.isEmpty || settlement == "none" ? "–" : settlement, value: settlement),
          TableCell(
            isYours ? "you" : turns.joined(separator: ", "), value: turns.joined(separator: ","),
            style: isYours ? .yellow : nil),
          .due(dispute.text("dueTime"), desk.times), .money(dispute, "balance"),
          .past(dispute.text("updateTime"), desk.times),
        ])
    }
    return listing
  }
}
