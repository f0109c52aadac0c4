import GRDB
import ParleyDomain

extension Schema {
  /// The tables that are computed from the journal, in the order they are emptied by a rebuild,
  /// each with the columns that order its dump.
  static let derived: [(table: String, key: String)] = [
    ("search_rows", "entry"),
    ("access", "viewer, dispute, compartment"),
    ("views", "viewer, dispute"),
    ("deadlines", "dispute, compartment, kind, due"),
    ("exhibits", "dispute, compartment, number"),
    ("claims", "dispute, item"),
    ("seats", "dispute, member, seat"),
    ("disputes", "id"),
  ]

  /// The derived tables, written in the transaction of the entries they follow from.
  static func createDerived(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE disputes (
          id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 32),
          organization TEXT NOT NULL,
          owner TEXT NOT NULL,
          stage TEXT NOT NULL CHECK (stage IN (\(list(Stage.self)))),
          status TEXT NOT NULL CHECK (status IN (\(list(Status.self)))),
          wakes INTEGER,
          changed INTEGER NOT NULL,
          created INTEGER NOT NULL,
          last_order INTEGER NOT NULL REFERENCES journal (commit_order)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX disputes_organization ON disputes (organization, changed);
        CREATE INDEX disputes_wakes ON disputes (wakes, id) WHERE wakes IS NOT NULL;

        CREATE TABLE access (
          viewer TEXT NOT NULL,
          dispute TEXT NOT NULL REFERENCES disputes (id),
          compartment TEXT NOT NULL,
          extent TEXT NOT NULL CHECK (extent IN ('HEADERS', 'FULL')),
          PRIMARY KEY (viewer, dispute, compartment)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX access_dispute ON access (dispute);

        CREATE TABLE views (
          viewer TEXT NOT NULL,
          dispute TEXT NOT NULL REFERENCES disputes (id),
          waiting INTEGER NOT NULL CHECK (waiting BETWEEN 0 AND 15),
          mine INTEGER NOT NULL CHECK (mine IN (0, 1)),
          due INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          headers_only INTEGER NOT NULL CHECK (headers_only IN (0, 1)),
          PRIMARY KEY (viewer, dispute)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX views_changed ON views (viewer, changed, dispute);
        CREATE INDEX views_due ON views (viewer, due, dispute);
        CREATE INDEX views_dispute ON views (dispute);

        CREATE TABLE deadlines (
          dispute TEXT NOT NULL REFERENCES disputes (id),
          compartment TEXT NOT NULL,
          kind TEXT NOT NULL,
          due INTEGER NOT NULL,
          waiting INTEGER NOT NULL CHECK (waiting BETWEEN 0 AND 15),
          rule TEXT NOT NULL,
          PRIMARY KEY (dispute, compartment, kind, due)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX deadlines_due ON deadlines (due, dispute);

        CREATE TABLE exhibits (
          dispute TEXT NOT NULL REFERENCES disputes (id),
          compartment TEXT NOT NULL,
          number INTEGER NOT NULL CHECK (number > 0),
          sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
          byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
          media_type TEXT NOT NULL,
          filed_at INTEGER NOT NULL,
          PRIMARY KEY (dispute, compartment, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE claims (
          dispute TEXT NOT NULL REFERENCES disputes (id),
          item INTEGER NOT NULL CHECK (item > 0),
          organization TEXT NOT NULL,
          reference TEXT NOT NULL,
          due_on INTEGER NOT NULL,
          amount INTEGER NOT NULL,
          currency TEXT NOT NULL,
          PRIMARY KEY (dispute, item)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claims_repeated ON claims (organization, reference, currency, amount);
        """)
  }
}
