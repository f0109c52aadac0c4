import GRDB
import ParleyDomain

extension Batch {
  /// Records reads. One of the same by the same person and way within the same ten minutes becomes
  /// part of the first: from the lowest to the highest number that was read.
  mutating func record(_ reads: [ConfidedRead]) throws -> Answer {
    let span = Self.span(of: now)
    try store { batch in
      for read in reads { try batch.insert(read, span: span) }
    }
    return Answer(reply: [], dispute: nil, heads: [], now: now, repeated: false, current: nil)
  }

  /// Which ten minutes a moment belongs to.
  static func span(of now: Instant) -> Int64 {
    now.milliseconds / (Int64(Limits.readsMergedMinutes) * 60_000)
  }

  private func insert(_ read: ConfidedRead, span: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO reads (dispute, compartment, reader, way, exhibit, span, first_sequence,
          last_sequence, whole, first_at, last_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (dispute, compartment, reader, way, exhibit, span) DO UPDATE SET
          first_sequence = min(first_sequence, excluded.first_sequence),
          last_sequence = max(last_sequence, excluded.last_sequence),
          whole = max(whole, excluded.whole), last_at = max(last_at, excluded.last_at)
        """
    ).execute(arguments: [
      read.dispute.text, read.compartment.code, read.reader.text, read.way.rawValue,
      read.exhibit ?? 0, span, Int64(clamping: read.sequences?.lowerBound ?? 0),
      Int64(clamping: read.sequences?.upperBound ?? 0), read.isWhole, now.milliseconds,
      now.milliseconds,
    ])
  }

  /// Forgets the reads that are older than they are kept, some at a time.
  func forgetOldReads() throws {
    let days = Int64(Limits.readsKeptDays)
    try db.cachedStatement(
      sql: """
        DELETE FROM reads WHERE id IN
          (SELECT id FROM reads WHERE last_at < ? ORDER BY last_at LIMIT 64)
        """
    ).execute(arguments: [now.adding(hours: -24 * days).milliseconds])
  }
}
