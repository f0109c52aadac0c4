import DocketChain
import Foundation
import GRDB
import OpenSSLKit
import ParleyDomain

extension Batch {
  /// Stores entries and all that follows from them. Every insert states the place it expects to
  /// take, as if others wrote too: a place that is taken is a contradiction.
  mutating func keep(_ docketing: Docketing, before: LoadedDispute?) throws {
    guard var docketed = docketing.docketed, !docketing.rows.isEmpty else { return }
    var chains = before?.chains ?? [:]
    for row in docketing.rows {
      let chain = try chain(row, known: &chains)
      try insert(row, chain: chain)
    }
    for compartment in docketing.touched {
      if let chain = chains[compartment], let head = docketing.heads[compartment] {
        try moveHead(head, chain: chain)
      }
    }
    let isErasing = !docketing.erasures.isEmpty
    if isErasing {
      try erase(docketing)
      // What is left is what a replay makes of it, in memory as on disk.
      guard let left = try LoadedDispute.load(docketing.id, from: db) else {
        throw JournalFault.damaged(reason: "a docket is gone")
      }
      docketed = left.docketed
    }
    let rows = DerivedRows(
      docketed, given: try world.given(docketed.dispute, registry))
    let writer = DerivedWriter(db: db)
    try writer.replace(before?.rows, by: rows, of: docketed)
    for row in docketing.rows { try writer.index(row.docketed) }
    if isErasing || before?.docketed.dispute.claimed != docketed.dispute.claimed {
      try writer.indexClaims(docketed.dispute)
    }
    if before?.docketed.dispute.seats != docketed.dispute.seats {
      try writer.indexSeats(docketed.dispute)
    }
    try announceSight(
      before.map { AccessRow.all(of: $0.docketed.dispute) } ?? [], rows.access, of: docketed)
    if isErasing { try announceErasures(docketing, to: rows.access) }
    changed[docketing.id] = LoadedDispute(docketed: docketed, chains: chains, rows: rows)
    order = docketing.order
  }

  /// Computes the rows of a dispute anew, as they are at this time.
  mutating func refresh(_ loaded: LoadedDispute) throws {
    let given = try world.given(loaded.docketed.dispute, registry)
    let rows = DerivedRows(loaded.docketed, given: given)
    try DerivedWriter(db: db).replace(loaded.rows, by: rows, of: loaded.docketed)
    changed[loaded.docketed.dispute.id] = LoadedDispute(
      docketed: loaded.docketed, chains: loaded.chains, rows: rows)
  }

  private func chain(
    _ row: Docketing.Row, known: inout [Compartment: Int64]
  ) throws -> Int64 {
    if let chain = known[row.compartment] { return chain }
    try db.cachedStatement(sql: "INSERT INTO chains (dispute, compartment) VALUES (?, ?)")
      .execute(arguments: [row.docketed.dispute.text, row.compartment.code])
    let chain = db.lastInsertedRowID
    known[row.compartment] = chain
    return chain
  }

  private func insert(_ row: Docketing.Row, chain: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO journal
          (commit_order, chain, sequence, previous, header, facts, words, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row.docketed.order, chain, Int64(row.link.sequence), row.link.previous.blob,
      row.link.header.blob, row.link.facts.blob, row.link.words.blob, row.link.hash.blob,
    ])
    try db.cachedStatement(
      sql: """
        INSERT INTO contents (entry, header_salt, header, facts_salt, facts)
        VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row.docketed.order, row.salts.header.blob, Data(row.form.header), row.salts.facts.blob,
      Data(row.form.facts),
    ])
    try db.cachedStatement(sql: "INSERT INTO words (entry, salt, bytes) VALUES (?, ?, ?)")
      .execute(arguments: [row.docketed.order, row.salts.words.blob, Data(row.form.words)])
  }

  private func moveHead(_ head: ChainHead, chain: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO heads (chain, sequence, hash, filed_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (chain) DO UPDATE
          SET sequence = excluded.sequence, hash = excluded.hash, filed_at = excluded.filed_at
        """
    ).execute(arguments: [
      chain, Int64(head.sequence), head.hash.blob, head.filedAt.milliseconds,
    ])
  }

  /// Leaves word for those who watch that what they see of the dispute is another part now.
  private func announceSight(
    _ before: Set<AccessRow>, _ after: Set<AccessRow>, of docketed: DocketedDispute
  ) throws {
    let old = Dictionary(grouping: before, by: \.viewer).mapValues(Set.init)
    let new = Dictionary(grouping: after, by: \.viewer).mapValues(Set.init)
    for viewer in Set(old.keys).union(new.keys).sorted() where old[viewer] != new[viewer] {
      try db.cachedStatement(
        sql: "INSERT INTO outbox (after_order, viewer, dispute) VALUES (?, ?, ?)"
      ).execute(arguments: [docketed.order, viewer, docketed.dispute.id.text])
    }
  }
}
