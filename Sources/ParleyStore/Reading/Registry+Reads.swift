import GRDB
package import ParleyDomain

extension Registry {
  /// A page of who read what of these compartments of a dispute, oldest first, after `order`.
  package func reads(
    of dispute: DisputeID, in compartments: Set<Compartment>, after order: Int64,
    limit: Int = Limits.pageRowsMax
  ) throws -> [RecordedRead] {
    guard !compartments.isEmpty else { return [] }
    let codes = compartments.map(\.code).sorted()
    let marks = Array(repeating: "?", count: codes.count).joined(separator: ", ")
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM reads WHERE dispute = ? AND id > ? AND compartment IN (\(marks))
          ORDER BY id LIMIT ?
          """),
      arguments: [dispute.text, order] + StatementArguments(codes) + [page(limit)])
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
