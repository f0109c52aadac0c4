import Foundation
import GRDB
import ParleyDomain

extension Docketing {
  /// The erasures among the entries.
  var erasures: [(compartment: Compartment, sequence: Int64, exhibit: ExhibitID?)] {
    rows.compactMap { row in
      guard case .wordsErased(_, let sequence, let exhibit, _, _) = row.docketed.entry.event
      else { return nil }
      return (row.compartment, sequence, exhibit)
    }
  }
}

extension Batch {
  /// Removes the words that the entries erase: their row, the index they are found by, and whatever the request log keeps that
  /// was made of them. The disk is cleared after COMMIT, see ``Journal/finishErasures(_:)``.
  ///
  /// The log still knows the requests, so that a repeat does nothing twice; it is answered with its
  /// receipts alone. Of the request that filed the words not even the hash is kept, since short words
  /// could be found by trying them.
  mutating func erase(_ docketing: Docketing) throws {
    for (place, sequence, exhibit) in docketing.erasures {
      guard
        let entry = try registry.entry(
          of: docketing.id, in: place, sequence: UInt64(clamping: sequence))
      else { throw JournalFault.decisionMalformed(reason: "an erasure names no entry") }
      let erasure = try PendingErasure(
        dispute: docketing.id, compartment: place, sequence: sequence,
        hash: exhibit.flatMap { lastHash(of: $0, in: docketing.dispute) })
      try evidence.announce(erasure)
      erasures.append(erasure)
      try db.execute(sql: "DELETE FROM words WHERE entry = ?", arguments: [entry.order])
      try SearchIndex.remove(entry.order, from: place, db)
      let arguments: StatementArguments = [docketing.id.text, entry.filedAt.milliseconds]
      try db.execute(
        sql: "UPDATE request_log SET reply = x'' WHERE dispute = ? AND answered_at >= ?",
        arguments: arguments)
      try db.execute(
        sql: """
          UPDATE request_log SET content = zeroblob(32), fields = '\(Self.scrubbed)'
          WHERE dispute = ? AND answered_at = ?
          """, arguments: arguments)
    }
  }

  /// What stands in place of the fingerprints of a request whose words were erased.
  static var scrubbed: String { "{}" }

  /// Leaves word for those who watch, so that they drop what they were told.
  func announceErasures(_ docketing: Docketing, to access: Set<AccessRow>) throws {
    let places = Set(docketing.erasures.map(\.compartment))
    let viewers = Set(
      access.filter { places.contains($0.compartment) && $0.sight == .full }.map(\.viewer))
    for viewer in viewers.sorted() {
      try db.cachedStatement(
        sql: "INSERT INTO outbox (after_order, viewer, dispute) VALUES (?, ?, ?)"
      ).execute(arguments: [docketing.order, viewer, docketing.id.text])
    }
  }

  /// The hash of an exhibit's file, where no other exhibit of the compartment still stands on it.
  private func lastHash(of id: ExhibitID, in dispute: Dispute?) -> DocumentHash? {
    guard let exhibit = dispute?.exhibit(id) else { return nil }
    let hash = exhibit.offer.hash
    let others = dispute?.records[id.compartment]?.exhibits ?? []
    return others.contains { $0.offer.hash == hash && !$0.erased && $0.id != id } ? nil : hash
  }
}
