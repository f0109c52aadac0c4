import GRDB
package import ParleyDomain

extension Registry {
  /// A page of who read what of these compartments of a dispute, oldest first, after `order`.
  ///
  /// - Parameter exhibit: only what was read of this exhibit alone.
  package func reads(
    of dispute: DisputeID, in compartments: Set<Compartment>, exhibit: Int? = nil,
    after order: Int64, limit: Int = Limits.pageRowsMax
  ) throws -> [RecordedRead] {
    guard !compartments.isEmpty else { return [] }
    let codes = compartments.map(\.code).sorted()
    let marks = Array(repeating: "?", count: codes.count).joined(separator: ", ")
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM reads WHERE dispute = ? AND id > ? AND (? IS NULL OR exhibit = ?)
          AND compartment IN (\(marks)) ORDER BY id LIMIT ?
          """),
      arguments: [dispute.text, order, exhibit, exhibit] + StatementArguments(codes)
        + [page(limit)])
    return try rows.map(Self.read)
  }

  private static func read(_ row: Row) throws -> RecordedRead {
    let exhibit: Int = row["exhibit"]
    let first: Int64 = row["first_sequence"]
    let last: Int64 = row["last_sequence"]
    guard first >= 0, last >= first else { throw row.damaged("last_sequence") }
    return RecordedRead(
      read: ConfidedRead(
        dispute: DisputeID(row["dispute"]), compartment: try row.compartment("compartment"),
        reader: MemberID(row["reader"]), way: try row.value("way"),
        exhibit: exhibit == 0 ? nil : exhibit,
        sequences: last == 0 ? nil : UInt64(first)...UInt64(last), isWhole: row["whole"]),
      firstAt: row.instant("first_at"), lastAt: row.instant("last_at"), order: row["id"])
  }
}
