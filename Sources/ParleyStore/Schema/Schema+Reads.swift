import GRDB
import ParleyDomain

extension Schema {
  /// Who read what is confided. A primary table: nothing it says can be computed from the journal. It
  /// names entries and exhibits by number and holds nothing of what they say.
  static func createReads(_ db: Database) throws {
    let compartments = Compartment.all.map { "'\($0.code)'" }.joined(separator: ", ")
    try db.execute(
      sql: """
        CREATE TABLE reads (
          id INTEGER PRIMARY KEY,
          dispute TEXT NOT NULL CHECK (length(dispute) BETWEEN 1 AND 32),
          compartment TEXT NOT NULL CHECK (compartment IN (\(compartments))),
          reader TEXT NOT NULL REFERENCES members (id),
          way TEXT NOT NULL CHECK (way IN (\(list(ReadWay.self)))),
          exhibit INTEGER NOT NULL CHECK (exhibit >= 0),
          span INTEGER NOT NULL,
          first_sequence INTEGER NOT NULL CHECK (first_sequence >= 0),
          last_sequence INTEGER NOT NULL CHECK (last_sequence >= first_sequence),
          whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
          first_at INTEGER NOT NULL,
          last_at INTEGER NOT NULL CHECK (last_at >= first_at),
          UNIQUE (dispute, compartment, reader, way, exhibit, span)
        ) STRICT;
        CREATE INDEX reads_dispute ON reads (dispute, id);
        CREATE INDEX reads_last ON reads (last_at);
        """)
  }
}
