import GRDB
import ParleyDomain

extension Schema {
  /// The primary tables of the docket.
  ///
  /// `journal` and `contents` are append-only by trigger. From `words` alone rows may be removed,
  /// by an erasure.
  static func createJournal(_ db: Database) throws {
    let compartments = compartmentCodes
    try db.execute(
      sql: """
        CREATE TABLE chains (
          id INTEGER PRIMARY KEY,
          dispute TEXT NOT NULL CHECK (length(dispute) BETWEEN 1 AND 32),
          compartment TEXT NOT NULL CHECK (compartment IN (\(compartments))),
          UNIQUE (dispute, compartment)
        ) STRICT;

        CREATE TABLE journal (
          commit_order INTEGER PRIMARY KEY CHECK (commit_order > 0),
          chain INTEGER NOT NULL REFERENCES chains (id),
          sequence INTEGER NOT NULL CHECK (sequence > 0),
          previous BLOB NOT NULL CHECK (length(previous) = 32),
          header BLOB NOT NULL CHECK (length(header) = 32),
          facts BLOB NOT NULL CHECK (length(facts) = 32),
          words BLOB NOT NULL CHECK (length(words) = 32),
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          UNIQUE (chain, sequence)
        ) STRICT;

        CREATE TABLE contents (
          entry INTEGER PRIMARY KEY REFERENCES journal (commit_order),
          header_salt BLOB NOT NULL CHECK (length(header_salt) = 16),
          header BLOB NOT NULL,
          facts_salt BLOB NOT NULL CHECK (length(facts_salt) = 16),
          facts BLOB NOT NULL
        ) STRICT;

        CREATE TABLE words (
          entry INTEGER PRIMARY KEY REFERENCES journal (commit_order),
          salt BLOB NOT NULL CHECK (length(salt) = 16),
          bytes BLOB NOT NULL
        ) STRICT;

        CREATE TABLE heads (
          chain INTEGER PRIMARY KEY REFERENCES chains (id),
          sequence INTEGER NOT NULL CHECK (sequence > 0),
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          filed_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE request_log (
          caller TEXT NOT NULL,
          request_id TEXT NOT NULL CHECK (length(request_id) BETWEEN 1 AND 64),
          content BLOB NOT NULL CHECK (length(content) = 32),
          fields TEXT NOT NULL CHECK (fields <> ''),
          dispute TEXT,
          reply BLOB NOT NULL,
          heads TEXT NOT NULL CHECK (heads <> ''),
          answered_at INTEGER NOT NULL,
          UNIQUE (caller, request_id)
        ) STRICT;
        CREATE INDEX request_log_answered ON request_log (answered_at);

        CREATE TABLE outbox (
          id INTEGER PRIMARY KEY,
          after_order INTEGER NOT NULL REFERENCES journal (commit_order),
          viewer TEXT NOT NULL,
          dispute TEXT NOT NULL
        ) STRICT;
        CREATE INDEX outbox_order ON outbox (after_order, viewer);

        CREATE TABLE settings (
          key TEXT PRIMARY KEY CHECK (key IN ('clock_offset', 'last_committed')),
          value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO settings VALUES ('clock_offset', 0), ('last_committed', 0);
        """)
    for table in ["journal", "contents"] {
      for act in ["UPDATE", "DELETE"] {
        try db.execute(
          sql: """
            CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
            """)
      }
    }
    try db.execute(
      sql: """
        CREATE TRIGGER words_no_update BEFORE UPDATE ON words
        BEGIN SELECT RAISE(ABORT, 'words are erased, never changed'); END
        """)
  }
}

extension Schema {
  private static var compartmentCodes: String {
    Compartment.all.map { "'\($0.code)'" }.joined(separator: ", ")
  }

  /// Lets chains be of compartments that came later, those of later tenures of a seat. Foreign keys
  /// are checked when the migration is over.
  static func widenChains(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE chains_wider (
          id INTEGER PRIMARY KEY,
          dispute TEXT NOT NULL CHECK (length(dispute) BETWEEN 1 AND 32),
          compartment TEXT NOT NULL CHECK (compartment IN (\(compartmentCodes))),
          UNIQUE (dispute, compartment)
        ) STRICT;
        INSERT INTO chains_wider (id, dispute, compartment)
          SELECT id, dispute, compartment FROM chains;
        DROP TABLE chains;
        ALTER TABLE chains_wider RENAME TO chains;
        """)
  }
}
