import GRDB
import ParleyDomain

extension Journal {
  /// Computes the derived tables anew from the journal, in one transaction on the writer: all of it
  /// or nothing. What waits to be written waits until it is done.
  package func rebuild() async throws {
    try await withCheckedThrowingContinuation { continuation in
      writer.asyncWriteWithoutTransaction { db in
        do {
          try db.inTransaction(.immediate) {
            try Self.rebuild(db)
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

  private static func rebuild(_ db: Database) throws {
    for (table, _) in Schema.derived { try db.execute(sql: "DELETE FROM \(table)") }
    let writer = DerivedWriter(db: db)
    let disputes = try String.fetchAll(
      db, sql: "SELECT DISTINCT dispute FROM chains ORDER BY dispute")
    for id in disputes.map(DisputeID.init) {
      guard let loaded = try LoadedDispute.load(id, from: db) else { continue }
      try writer.replace(nil, by: loaded.rows, of: loaded.docketed)
      try writer.indexClaims(loaded.docketed.dispute)
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: DocketRows.select + " WHERE chains.dispute = ? ORDER BY commit_order"),
        arguments: [id.text])
      while let row = try rows.next() { try writer.index(try DocketRows.entry(row)) }
    }
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
