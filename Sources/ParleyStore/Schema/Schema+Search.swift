import GRDB
import ParleyDomain

extension Schema {
  /// The full text of entries: one index for each class of confidentiality, so that no count, order
  /// or statistic of one tells of another. Written just after the entries, in their order, up to the
  /// place that `search_state` holds; derived, so a rebuild makes it anew.
  ///
  /// `scope` holds a word for the dispute and one for the organization, so that a search within what
  /// somebody sees never walks through what others have.
  static func createSearch(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE search_rows (
          entry INTEGER PRIMARY KEY REFERENCES journal (commit_order),
          dispute TEXT NOT NULL,
          compartment TEXT NOT NULL,
          event TEXT NOT NULL,
          actor TEXT NOT NULL,
          effective INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE search_state (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          indexed INTEGER NOT NULL
        ) STRICT;
        INSERT INTO search_state VALUES (1, 0);
        """)
    try createSearchTables(db)
  }

  /// One index for each class that has none yet.
  static func createSearchTables(_ db: Database) throws {
    for compartment in Compartment.all {
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE IF NOT EXISTS \(compartment.searchTable) USING fts5(
            scope, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '3')
          """)
    }
  }
}

extension Compartment {
  /// The full-text index of the class this compartment is of.
  var searchTable: String { "search_" + code.lowercased() }
}
