import GRDB

extension Schema {
  /// What the files of exhibits were found to be, and how far their reading has come; a row for each,
  /// made when the entry that filed it is indexed. Derived: a rebuild empties it, and the files are
  /// read anew.
  ///
  /// By whom an entry is, and of what kind an exhibit, stands beside the index now, so all of it is
  /// made anew after this.
  static func createReadings(_ db: Database) throws {
    try SearchIndex.clear(db)
    try db.execute(
      sql: """
        DROP TABLE search_rows;
        CREATE TABLE search_rows (
          entry INTEGER PRIMARY KEY REFERENCES journal (commit_order),
          dispute TEXT NOT NULL,
          compartment TEXT NOT NULL,
          event TEXT NOT NULL,
          actor TEXT NOT NULL,
          side TEXT NOT NULL,
          exhibit TEXT NOT NULL,
          effective INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE file_readings (
          entry INTEGER PRIMARY KEY REFERENCES journal (commit_order),
          dispute TEXT NOT NULL,
          compartment TEXT NOT NULL,
          number INTEGER NOT NULL CHECK (number > 0),
          sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
          state TEXT NOT NULL CHECK (state IN (\(list(ReadingState.self)))),
          tries INTEGER NOT NULL CHECK (tries >= 0),
          found_type TEXT NOT NULL,
          reason TEXT NOT NULL,
          sentence TEXT NOT NULL,
          cut INTEGER NOT NULL CHECK (cut IN (0, 1)),
          has_text INTEGER NOT NULL CHECK (has_text IN (0, 1)),
          summary TEXT NOT NULL,
          UNIQUE (dispute, compartment, number)
        ) STRICT;
        CREATE INDEX file_readings_waiting ON file_readings (tries, entry)
          WHERE state = 'WAITING';
        """)
  }
}
