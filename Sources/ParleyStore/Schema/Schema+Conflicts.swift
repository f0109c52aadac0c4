import GRDB
import ParleyDomain

extension Schema {
  /// Relationships of the panel, kept by hand, and who sat or stood where, computed from the journal.
  static func createConflicts(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE relations (
          id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
          member TEXT NOT NULL REFERENCES members (id),
          kind TEXT NOT NULL CHECK (kind IN (\(list(RelationKind.self)))),
          organization TEXT REFERENCES organizations (id),
          name TEXT CHECK (length(name) > 0),
          folded TEXT,
          since INTEGER NOT NULL,
          note TEXT NOT NULL,
          kept_by TEXT NOT NULL REFERENCES members (id),
          kept_at INTEGER NOT NULL,
          ended INTEGER CHECK (ended >= since),
          CHECK ((organization IS NULL) <> (name IS NULL)),
          CHECK ((name IS NULL) = (folded IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX relations_member ON relations (member, id);

        CREATE TABLE seats (
          dispute TEXT NOT NULL REFERENCES disputes (id),
          member TEXT NOT NULL,
          seat TEXT NOT NULL
            CHECK (seat IN ('MEDIATOR', 'ARBITRATOR', 'CLAIMANT', 'RESPONDENT', 'COUNSEL')),
          since INTEGER NOT NULL,
          PRIMARY KEY (dispute, member, seat)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seats_member ON seats (member, seat, since);
        """)
  }
}
