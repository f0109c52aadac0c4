import GRDB
import ParleyDomain

extension Journal {
  /// Computes the derived tables anew from the journal, in one transaction on the writer: all of it
  /// or nothing. What waits to be written waits until it is done. The same rows come out as stood
  /// there, unless a period had ended that ``fireDue()`` had not looked at yet.
  package func rebuild() async throws {
    try await withCheckedThrowingContinuation { continuation in
      writer.asyncWriteWithoutTransaction { db in
        do {
          try db.inTransaction(.immediate) {
            try self.rebuild(db)
            return .commit
          }
          self.cache.forgetAll()
          continuation.resume()
        } catch {
          continuation.resume(throwing: error)
        }
      }
    } as Void
  }

  /// The same before anything else is done with the journal.
  func rebuildAtOnce() throws {
    try writer.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try rebuild(db)
        return .commit
      }
    }
  }

  private func rebuild(_ db: Database) throws {
    let registry = Registry(db, now: now)
    let search = searchIndex(db)
    try SearchIndex.clear(db)
    try db.execute(sql: "DELETE FROM file_readings")
    for (table, _) in Schema.derived { try db.execute(sql: "DELETE FROM \(table)") }
    let writer = DerivedWriter(db: db)
    let disputes = try String.fetchAll(
      db, sql: "SELECT DISTINCT dispute FROM chains ORDER BY dispute")
    for id in disputes.map(DisputeID.init) {
      guard let loaded = try LoadedDispute.load(id, from: db) else { continue }
      let dispute = loaded.docketed.dispute
      let given = try world.given(dispute, registry)
      try writer.replace(
        nil, by: DerivedRows(loaded.docketed, given: given), of: loaded.docketed)
      try writer.indexClaims(dispute)
      try writer.indexSeats(dispute)
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: DocketRows.select + " WHERE chains.dispute = ? ORDER BY commit_order"),
        arguments: [id.text])
      while let row = try rows.next() { try writer.index(try DocketRows.entry(row)) }
    }
    while try search.catchUp(limit: SearchLimits.chunkEntries) > 0 {}
  }

  /// The derived tables as text, a line a row, ordered by key: equal before and after a rebuild.
  package func dumpDerived() throws -> [String] {
    try readers.read { db in
      try Schema.derived.flatMap { table, key in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY \(key)").map { row in
          let cells = row.map { "\($0.0)=\($0.1)" }
          return "\(table): " + cells.joined(separator: " ")
        }
      }
    }
  }
}
