import GRDB
import ParleyDomain

extension Schema {
  /// The registers of people. Codes and tokens stand in them as hashes only.
  static func createPeople(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE organizations (
          id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
          kind TEXT NOT NULL CHECK (kind IN (\(list(Organization.Kind.self)))),
          name TEXT NOT NULL CHECK (length(name) > 0),
          founded_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE members (
          id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
          organization TEXT REFERENCES organizations (id),
          name TEXT NOT NULL CHECK (length(name) > 0),
          email TEXT NOT NULL UNIQUE,
          enrolled_at INTEGER NOT NULL,
          revoked_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX members_organization ON members (organization, id);

        CREATE TABLE grants (
          member TEXT NOT NULL REFERENCES members (id),
          role TEXT NOT NULL CHECK (role IN (\(list(Role.self)))),
          granted_at INTEGER NOT NULL,
          PRIMARY KEY (member, role)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX grants_role ON grants (role, member);

        CREATE TABLE invitations (
          code_hash BLOB PRIMARY KEY CHECK (length(code_hash) = 32),
          organization TEXT REFERENCES organizations (id),
          roles TEXT NOT NULL,
          dispute TEXT,
          side TEXT CHECK (side IN (\(list(Side.self)))),
          counsel INTEGER CHECK (counsel IN (0, 1)),
          name TEXT NOT NULL,
          email TEXT NOT NULL,
          invited_by TEXT REFERENCES members (id),
          issued_at INTEGER NOT NULL,
          expires_at INTEGER NOT NULL CHECK (expires_at > issued_at),
          used_by TEXT REFERENCES members (id),
          ended_at INTEGER,
          CHECK ((dispute IS NULL) = (side IS NULL) AND (side IS NULL) = (counsel IS NULL)),
          CHECK (used_by IS NULL OR ended_at IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX invitations_organization ON invitations (organization, issued_at);
        CREATE INDEX invitations_dispute ON invitations (dispute) WHERE dispute IS NOT NULL;

        CREATE TABLE sessions (
          token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
          member TEXT NOT NULL REFERENCES members (id),
          device TEXT NOT NULL,
          opened_at INTEGER NOT NULL,
          expires_at INTEGER NOT NULL CHECK (expires_at > opened_at),
          ended_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessions_member ON sessions (member, opened_at);

        CREATE TABLE panel (
          seat TEXT NOT NULL CHECK (seat IN (\(list(Seat.self)))),
          member TEXT NOT NULL REFERENCES members (id),
          listed_at INTEGER NOT NULL,
          PRIMARY KEY (seat, member)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE keys (
          id TEXT PRIMARY KEY CHECK (length(id) = 16),
          public_key BLOB NOT NULL CHECK (length(public_key) = 32),
          recorded_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
