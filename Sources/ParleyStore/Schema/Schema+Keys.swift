import GRDB

extension Schema {
  /// Adds to each key the word of the one before it. A key endorses one successor and no more, so the
  /// keys are one line, and the one that endorsed none is in use.
  static func endorseKeys(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE keys ADD COLUMN endorser TEXT REFERENCES keys (id);
        ALTER TABLE keys ADD COLUMN endorsed_at INTEGER
          CHECK ((endorsed_at IS NULL) = (endorser IS NULL));
        ALTER TABLE keys ADD COLUMN endorsement BLOB
          CHECK ((endorsement IS NULL) = (endorser IS NULL)
            AND (endorsement IS NULL OR length(endorsement) = 64));
        CREATE UNIQUE INDEX keys_endorser ON keys (endorser) WHERE endorser IS NOT NULL;
        """)
  }
}
