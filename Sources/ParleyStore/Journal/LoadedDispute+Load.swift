import GRDB
import ParleyDomain

extension LoadedDispute {
  /// Folds a dispute from its docket; nil when there is none. Throws ``JournalFault/damaged`` for
  /// an entry that this build cannot read: to go on without it would be to make up a state.
  static func load(_ id: DisputeID, from db: Database) throws -> LoadedDispute? {
    var dispute: Dispute?
    var order: Int64 = 0
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: DocketRows.select + " WHERE chains.dispute = ? ORDER BY commit_order"),
      arguments: [id.text])
    while let row = try rows.next() {
      let entry = try DocketRows.entry(row)
      if var folded = dispute {
        folded.evolve(entry.entry, filedAt: entry.filedAt)
        dispute = folded
      } else {
        guard let opened = Dispute(id: id, first: entry.entry, filedAt: entry.filedAt) else {
          throw JournalFault.damaged(reason: "a docket does not begin with its opening")
        }
        dispute = opened
      }
      order = entry.order
    }
    guard let dispute else { return nil }
    let registry = Registry(db, now: Instant(milliseconds: 0))
    let docketed = DocketedDispute(
      dispute: dispute, heads: try registry.heads(of: id), order: order)
    var chains: [Compartment: Int64] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, compartment FROM chains WHERE dispute = ?"),
      arguments: [id.text])
    {
      chains[try row.compartment("compartment")] = row["id"]
    }
    return LoadedDispute(docketed: docketed, chains: chains, rows: nil)
  }
}
