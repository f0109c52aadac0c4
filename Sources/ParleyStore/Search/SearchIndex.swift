import GRDB
import ParleyDomain

/// Writes the full-text indexes, in the order of commits, up to where they have come.
struct SearchIndex {
  let db: Database

  /// Indexes what was committed since, so many entries at most; answers how many there were. One
  /// transaction: all of it or nothing, and a repeat goes on where it stopped.
  func catchUp(limit: Int) throws -> Int {
    let from = try reached()
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: DocketRows.select + " WHERE commit_order > ? ORDER BY commit_order LIMIT ?"),
      arguments: [from, limit])
    guard !rows.isEmpty else { return 0 }
    let entries = try rows.map(DocketRows.entry)
    for entry in entries { try add(entry) }
    try db.cachedStatement(sql: "UPDATE search_state SET indexed = ?")
      .execute(arguments: [entries.last?.order ?? from])
    return entries.count
  }

  /// The place in the order of commits up to which entries can be found.
  func reached() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT indexed FROM search_state")) ?? 0
  }

  /// Empties the indexes.
  func clear() throws {
    try db.execute(sql: "DELETE FROM search_rows; UPDATE search_state SET indexed = 0")
    for compartment in Compartment.all {
      try db.execute(sql: "DELETE FROM \(compartment.searchTable)")
    }
  }

  /// Takes the words of an entry out, so that no trace of them stays in the index.
  func remove(_ order: Int64, from compartment: Compartment) throws {
    let table = compartment.searchTable
    try db.cachedStatement(sql: "DELETE FROM \(table) WHERE rowid = ?")
      .execute(arguments: [order])
    try db.cachedStatement(sql: "DELETE FROM search_rows WHERE entry = ?")
      .execute(arguments: [order])
    // Until its segments are merged, an index keeps the terms of what was deleted.
    try db.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('optimize')")
  }

  private func add(_ entry: DocketEntry) throws {
    let body = entry.entry.words.map(\.text).joined(separator: "\n")
    guard !body.isEmpty else { return }
    let compartment = entry.entry.compartment
    let organization = try String.fetchOne(
      db.cachedStatement(sql: "SELECT organization FROM disputes WHERE id = ?"),
      arguments: [entry.dispute.text])
    let scope = [
      SearchScope.word(of: entry.dispute),
      organization.map { SearchScope.word(of: OrganizationID($0)) },
    ]
    try db.cachedStatement(
      sql: "INSERT INTO \(compartment.searchTable) (rowid, scope, body) VALUES (?, ?, ?)"
    ).execute(arguments: [entry.order, scope.compactMap(\.self).joined(separator: " "), body])
    try db.cachedStatement(
      sql: """
        INSERT INTO search_rows (entry, dispute, compartment, event, actor, effective)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.order, entry.dispute.text, compartment.code, entry.entry.event.code,
      entry.entry.actor?.text ?? "", entry.entry.effectiveAt.milliseconds,
    ])
  }
}

/// The words that say whose an indexed entry is.
enum SearchScope {
  static func word(of dispute: DisputeID) -> String { "d" + plain(dispute.text) }
  static func word(of organization: OrganizationID) -> String { "o" + plain(organization.text) }

  /// What the index takes for one word.
  private static func plain(_ text: String) -> String {
    String(
      text.lowercased().unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "0"..."9": Character(scalar)
        default: "x"
        }
      })
  }
}
