import GRDB
import ParleyDomain

extension Batch {
  /// Keeps what was found in an exhibit's file, and makes its text found. Of one that was erased
  /// meanwhile nothing is kept; a repeat does nothing.
  mutating func record(_ reading: FileReading) throws -> Answer {
    let answer = Answer(reply: [], dispute: nil, heads: [], now: now, repeated: false, current: nil)
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT compartment FROM file_readings WHERE entry = ? AND state = 'WAITING'"),
      arguments: [reading.order])
    guard let row else { return answer }
    let place = try row.compartment("compartment")
    try store { batch in
      try batch.db.cachedStatement(
        sql: """
          UPDATE file_readings SET state = ?, tries = ?, found_type = ?, reason = ?, sentence = ?,
            cut = ?, has_text = ?, summary = ?, reader = ?
          WHERE entry = ?
          """
      ).execute(arguments: [
        reading.state.rawValue, reading.tries, reading.foundType, reading.reason,
        reading.sentence, reading.isCut, !reading.text.isEmpty, reading.summary,
        reading.reader, reading.order,
      ])
      if !reading.text.isEmpty {
        try SearchIndex.add(text: reading.text, to: reading.order, in: place, batch.db)
      }
    }
    return answer
  }
}

extension Batch {
  /// Has the files wait again in which a reader before this one found no text. A repeat finds none.
  mutating func readAgain(before reader: Int) throws -> Answer {
    try store { batch in
      try batch.db.cachedStatement(
        sql: """
          UPDATE file_readings SET state = 'WAITING', tries = 0, reader = ?
          WHERE reader < ? AND has_text = 0 AND state <> 'WAITING'
          """
      ).execute(arguments: [reader, reader])
    }
    return Answer(reply: [], dispute: nil, heads: [], now: now, repeated: false, current: nil)
  }
}

extension Journal {
  /// Has files read again that an earlier version of the reader, which could read less, found no text in,
  /// or could not read at all. Those with text keep it.
  package func readAgain(before reader: Int) async throws {
    _ = try await submit(.rereading(before: reader))
  }

  /// Keeps what was found in an exhibit's file. See ``FileReading``.
  package func record(_ reading: FileReading) async throws {
    _ = try await submit(.reading(reading))
  }
}
