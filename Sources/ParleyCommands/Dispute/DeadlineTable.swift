import ParleyClient
import TerminalKit

/// Deadlines as a table.
enum DeadlineTable {
  static func listing(_ deadlines: [PlainValue], yours: Set<String>, desk: Desk) -> Listing {
    var listing = Listing(
      [
        TableColumn("DUE"), TableColumn("DISPUTE"), TableColumn("WHAT"), TableColumn("WAITING ON"),
        TableColumn("RULE"),
      ], heading: deadlines.isEmpty ? "Nothing falls due." : nil)
    for deadline in deadlines {
      let isYours = yours.contains(deadline.text("dispute"))
      let turns = deadline.list("waitsOn").map { ShownName.turn($0.spelled) }
      listing.add(
        deadline, id: deadline.text("dispute"),
        [
          deadline.flag("standsStill")
            ? TableCell("stands still") : .due(deadline.text("dueTime"), desk.times),
          TableCell(
            deadline.shownDispute("dispute"), value: ShownName.last(deadline.text("dispute")),
            style: .bold),
          TableCell(what(deadline)),
          TableCell(turns.joined(separator: ", "), style: isYours ? .yellow : nil),
          TableCell(deadline.text("rule")),
        ])
    }
    return listing
  }

  /// `grace`, `offer expiry 2`.
  static func what(_ deadline: PlainValue) -> String {
    let kind = ShownName.value(deadline.text("kind"), "DEADLINE_KIND")
    let number = deadline.integer("number") ?? 0
    return number == 0 ? kind : "\(kind) \(number)"
  }
}
