import GRDB
import ParleyDomain
import Synchronization

/// Erasures that have committed and are not yet off the disk.
final class UnfinishedErasures: Sendable {
  private let waiting = Mutex<[PendingErasure]>([])

  func add(_ erasures: [PendingErasure]) { waiting.withLock { $0 += erasures } }

  var all: [PendingErasure] { waiting.withLock { $0 } }

  func done(_ erasures: [PendingErasure]) {
    waiting.withLock { list in list.removeAll(where: erasures.contains) }
  }
}

extension Journal {
  /// Clears the disk of what was erased: the files, and the copies of old pages in the write-ahead
  /// log, which is copied back and cut to nothing; the pages themselves were overwritten
  /// (`secure_delete`). Runs on the writer after COMMIT. What cannot be done now, because somebody is
  /// reading, is done after a later batch, or at the next start.
  func finishErasures(_ db: Database) {
    let waiting = unfinished.all
    guard !waiting.isEmpty else { return }
    do {
      for erasure in waiting { try evidence.removeFile(of: erasure) }
      _ = try db.checkpoint(.truncate)
      for erasure in waiting { try evidence.forget(erasure) }
      unfinished.done(waiting)
    } catch {
      // The markers stay, and with them the promise.
    }
  }

  /// Finishes what a crash has interrupted. A marker whose entry never committed promised nothing.
  static func finishErasures(in evidence: EvidenceRoom, _ writer: DatabaseQueue) throws {
    let announced = try evidence.announcedErasures()
    guard !announced.isEmpty else { return }
    try writer.writeWithoutTransaction { db in
      let committed = try announced.filter { try isCommitted($0, db) }
      for erasure in committed where try !isNeeded(erasure, db) {
        try evidence.removeFile(of: erasure)
      }
      if !committed.isEmpty { _ = try db.checkpoint(.truncate) }
    }
    for erasure in announced { try evidence.forget(erasure) }
  }

  private static func isCommitted(_ erasure: PendingErasure, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT NOT EXISTS (SELECT 1 FROM words WHERE words.entry = journal.commit_order)
        FROM journal JOIN chains ON chains.id = journal.chain
        WHERE chains.dispute = ? AND chains.compartment = ? AND journal.sequence = ?
        """, arguments: [erasure.dispute, erasure.compartment, erasure.sequence]) ?? false
  }

  /// Whether an exhibit that came later stands on the same file.
  private static func isNeeded(_ erasure: PendingErasure, _ db: Database) throws -> Bool {
    guard let hash = erasure.hash else { return true }
    return try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS
          (SELECT 1 FROM exhibits WHERE dispute = ? AND compartment = ? AND sha256 = ?)
        """, arguments: [erasure.dispute, erasure.compartment, hash]) ?? false
  }

  /// How many entries stand without their words.
  package func erasedCount() throws -> Int {
    try readers.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM journal
          WHERE NOT EXISTS (SELECT 1 FROM words WHERE words.entry = journal.commit_order)
          """) ?? 0
    }
  }
}
