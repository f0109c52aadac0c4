package import DocketChain
import GRDB
import OpenSSLKit
package import ParleyDomain

extension Registry {
  /// The dispute, folded from disk. Throws `Refusal.notFound` for a missing one. Where the newest
  /// committed state is wanted, ask ``Journal/dispute(_:)``, which has it in memory.
  package func dispute(_ id: DisputeID) throws -> DocketedDispute {
    guard let loaded = try LoadedDispute.load(id, from: db) else { throw Refusal.notFound }
    return loaded.docketed
  }

  /// The entries of a dispute in these compartments in the order of commits, after a place in it.
  package func entries(
    of dispute: DisputeID, in compartments: Set<Compartment>, after order: Int64 = 0,
    limit: Int = Limits.pageRowsMax
  ) throws -> [DocketEntry] {
    let codes = compartments.map { "'\($0.code)'" }.sorted().joined(separator: ", ")
    guard !codes.isEmpty else { return [] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: DocketRows.select + """
           WHERE chains.dispute = ? AND chains.compartment IN (\(codes))
             AND commit_order > ? ORDER BY commit_order LIMIT ?
          """), arguments: [dispute.text, order, page(limit)])
    return try rows.map(DocketRows.entry)
  }

  /// One entry by its number in its chain; nil when there is none.
  package func entry(
    of dispute: DisputeID, in compartment: Compartment, sequence: UInt64
  ) throws -> DocketEntry? {
    guard let sequence = Int64(exactly: sequence) else { return nil }
    return try Row.fetchOne(
      db.cachedStatement(
        sql: DocketRows.select
          + " WHERE chains.dispute = ? AND chains.compartment = ? AND sequence = ?"),
      arguments: [dispute.text, compartment.code, sequence]
    ).map(DocketRows.entry)
  }

  /// The entry that somebody wants erased: by its number, or the one that filed an exhibit.
  package func entry(
    naming target: ErasureTarget, of dispute: Dispute
  ) throws -> DocketEntry? {
    switch target {
    case .entry(let compartment, let sequence):
      return try entry(of: dispute.id, in: compartment, sequence: UInt64(clamping: sequence))
    case .exhibit(let exhibit):
      guard dispute.exhibit(exhibit) != nil else { return nil }
      var after: Int64 = 0
      while true {
        let page = try entries(of: dispute.id, in: [exhibit.compartment], after: after)
        if let found = page.first(where: { dispute.exhibit(filedBy: $0.entry) == exhibit }) {
          return found
        }
        guard page.count == Limits.pageRowsMax, let last = page.last else { return nil }
        after = last.order
      }
    }
  }

  /// The place of the last entry committed; 0 when there is none.
  package func lastOrder() throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(commit_order) FROM journal")) ?? 0
  }

  /// The stored form of a chain, for proof: bytes, salts, hashes, after a sequence.
  package func storedEntries(
    of dispute: DisputeID, in compartment: Compartment, after sequence: UInt64 = 0,
    limit: Int = Limits.pageRowsMax
  ) throws -> [StoredEntry] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: DocketRows.select + """
           WHERE chains.dispute = ? AND chains.compartment = ? AND sequence > ?
          ORDER BY sequence LIMIT ?
          """),
      arguments: [
        dispute.text, compartment.code, Int64(clamping: sequence), page(limit),
      ])
    return try rows.map(DocketRows.stored)
  }

  /// The head of every chain of a dispute.
  package func heads(of dispute: DisputeID) throws -> [Compartment: ChainHead] {
    var heads: [Compartment: ChainHead] = [:]
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT chains.compartment, heads.* FROM heads JOIN chains ON chains.id = heads.chain
          WHERE chains.dispute = ?
          """), arguments: [dispute.text])
    for row in rows {
      let compartment = try row.compartment("compartment")
      heads[compartment] = ChainHead(
        dispute: dispute, compartment: compartment,
        sequence: UInt64(clamping: row["sequence"] as Int64), hash: try row.digest("hash"),
        filedAt: row.instant("filed_at"))
    }
    return heads
  }

  /// The exhibits of a dispute in these compartments, in the order of compartment and number.
  package func exhibits(
    of dispute: DisputeID, in compartments: Set<Compartment>
  ) throws -> [ExhibitRow] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT * FROM exhibits WHERE dispute = ? ORDER BY compartment, number"),
      arguments: [dispute.text])
    return try rows.compactMap { row in
      let compartment = try row.compartment("compartment")
      guard compartments.contains(compartment) else { return nil }
      guard let hash = DocumentHash(hex: row["sha256"]) else { throw row.damaged("sha256") }
      return ExhibitRow(
        dispute: dispute, exhibit: ExhibitID(compartment: compartment, number: row["number"]),
        hash: hash, byteCount: row["byte_count"], mediaType: row["media_type"],
        filedAt: row.instant("filed_at"))
    }
  }

  /// Filed disputes of the same organization that claim an item of this one again: the item's
  /// number to the dispute, and whether that one is closed, so that the item is barred for good. Two items are the same with the same reference (the word
  /// `item.N.number`, case and blanks aside), amount and due date.
  package func duplicates(of dispute: Dispute) throws -> [Int: ClaimedElsewhere] {
    var found: [Int: ClaimedElsewhere] = [:]
    for item in dispute.caseFile.items.map(\.item) {
      guard let reference = dispute.claimReference(of: item) else { continue }
      let other = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT claims.dispute, disputes.status = 'CLOSED' AS closed FROM claims
            JOIN disputes ON disputes.id = claims.dispute
            WHERE claims.organization = ? AND reference = ? AND currency = ? AND amount = ?
              AND due_on = ? AND dispute <> ?
            ORDER BY closed DESC, dispute LIMIT 1
            """),
        arguments: [
          dispute.caseFile.organization.text, reference, item.amount.currency.code,
          item.amount.minorUnits, item.due.daysSinceEpoch, dispute.id.text,
        ])
      if let other {
        found[item.number] = ClaimedElsewhere(
          dispute: DisputeID(other["dispute"]), isClosed: other["closed"])
      }
    }
    return found
  }
}

/// Where an item is claimed already.
package struct ClaimedElsewhere: Hashable, Sendable {
  package let dispute: DisputeID
  package let isClosed: Bool
}
