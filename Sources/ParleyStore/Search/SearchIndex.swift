import GRDB
import ParleyDomain

/// Writes the full-text indexes, in the order of commits, up to where they have come.
struct SearchIndex {
  let db: Database
  /// Finds a dispute by its id, so that it is known whose side somebody is on.
  private let dispute: (DisputeID) throws -> Dispute?

  init(db: Database, dispute: @escaping (DisputeID) throws -> Dispute?) {
    self.db = db
    self.dispute = dispute
  }

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
  func reached() throws -> Int64 { try Self.reached(db) }

  static func reached(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT indexed FROM search_state")) ?? 0
  }

  /// Empties the indexes, the text of files among it.
  static func clear(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM search_rows; UPDATE search_state SET indexed = 0")
    for compartment in Compartment.all {
      try db.execute(sql: "DELETE FROM \(compartment.searchTable)")
    }
  }

  /// Takes the words of an entry out, and the text of the file it put in evidence, so that no trace of
  /// them stays in the index.
  static func remove(_ order: Int64, from compartment: Compartment, _ db: Database) throws {
    let table = compartment.searchTable
    try db.cachedStatement(sql: "DELETE FROM \(table) WHERE rowid = ?")
      .execute(arguments: [order])
    for kept in ["search_rows", "file_readings"] {
      try db.cachedStatement(sql: "DELETE FROM \(kept) WHERE entry = ?")
        .execute(arguments: [order])
    }
    // Until its segments are merged, an index keeps the terms of what was deleted.
    try db.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('optimize')")
  }

  /// Makes the text of a file found with the entry that put it in evidence.
  static func add(text: String, to order: Int64, in place: Compartment, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE \(place.searchTable) SET body = body || char(10) || ? WHERE rowid = ?"
    ).execute(arguments: [text, order])
  }

  private func add(_ entry: DocketEntry) throws {
    let body = entry.entry.words.map(\.text).joined(separator: "\n")
    let offer = entry.entry.event.filedExhibit
    // Words that were erased are gone, and the file with them.
    guard !body.isEmpty else { return }
    let compartment = entry.entry.compartment
    let dispute = try dispute(entry.dispute)
    let scope = [
      SearchScope.word(of: entry.dispute),
      (dispute?.caseFile.organization).map { SearchScope.word(of: $0) },
    ]
    try db.cachedStatement(
      sql: "INSERT INTO \(compartment.searchTable) (rowid, scope, body) VALUES (?, ?, ?)"
    ).execute(arguments: [entry.order, scope.compactMap(\.self).joined(separator: " "), body])
    try db.cachedStatement(
      sql: """
        INSERT INTO search_rows
          (entry, dispute, compartment, event, actor, side, exhibit, effective)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.order, entry.dispute.text, compartment.code, entry.entry.event.code,
      entry.entry.actor?.text ?? "", try dispute.map { try side(of: entry.entry, in: $0) } ?? "",
      offer?.offer.kind.rawValue ?? "", entry.entry.effectiveAt.milliseconds,
    ])
    if let offer { try enlist(offer.offer, offer.number, entry) }
  }

  /// Has the file of an exhibit read.
  private func enlist(_ offer: ExhibitOffer, _ number: Int, _ entry: DocketEntry) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO file_readings (entry, dispute, compartment, number, sha256, state, tries,
          found_type, reason, sentence, cut, has_text, summary)
        VALUES (?, ?, ?, ?, ?, 'WAITING', 0, '', '', '', 0, 0, '{}')
        """
    ).execute(arguments: [
      entry.order, entry.dispute.text, entry.entry.compartment.code, number, offer.hash.hex,
    ])
  }

  /// On whose side an entry is: that of who acted or had it recorded; empty where it is nobody's.
  private func side(of entry: Entry, in dispute: Dispute) throws -> String {
    if let recorded = entry.recordedFor { return recorded.side.rawValue }
    guard let member = entry.actor,
      let known = try Registry(db, now: entry.effectiveAt).member(member)
    else { return "" }
    let actor = Actor(
      member: member, organization: known.organization, roles: known.roles,
      isSolePrincipal: false)
    return SearchSide(of: dispute.standings(of: actor))?.rawValue ?? ""
  }
}

extension Event {
  /// The exhibit it filed.
  fileprivate var filedExhibit: (offer: ExhibitOffer, number: Int)? {
    switch self {
    case .exhibitAdded(let offer, let number, _): (offer, number)
    case .exhibitAdmitted(let offer, let number, _, _, _): (offer, number)
    default: nil
    }
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
