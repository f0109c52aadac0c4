import GRDB

extension Schema {
  /// Adds to each reading of a file the version of the program that read it, so that a later one which can
  /// read more is asked again. What was read before this was read by the first.
  static func addReaders(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE file_readings ADD COLUMN reader INTEGER NOT NULL DEFAULT 1 CHECK (reader > 0);
        """)
  }
}
