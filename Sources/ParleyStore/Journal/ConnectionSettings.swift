import GRDB

/// How connections are opened.
///
/// `journalMode` stays unset: where GRDB sets WAL up itself it lowers `synchronous` to NORMAL
/// afterwards, and commits that were acknowledged could then be lost with the power.
enum ConnectionSettings {
  static func writer() -> Configuration {
    var configuration = Configuration()
    configuration.label = "journal.writer"
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try apply(
        [
          "journal_mode=WAL", "synchronous=FULL", "journal_size_limit=67108864",
          "cache_size=-65536", "secure_delete=ON",
        ], to: db)
    }
    return configuration
  }

  static func reader(_ number: Int) -> Configuration {
    var configuration = Configuration()
    configuration.label = "journal.reader.\(number)"
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try apply(["query_only=1", "cache_size=-16384"], to: db)
    }
    return configuration
  }

  private static func apply(_ settings: [String], to db: Database) throws {
    let common = [
      "trusted_schema=OFF", "cell_size_check=ON", "wal_autocheckpoint=0", "temp_store=MEMORY",
      "mmap_size=0",
    ]
    for setting in settings + common { try db.execute(sql: "PRAGMA \(setting)") }
  }

  /// Throws unless the writer holds what durability rests on.
  static func check(_ db: Database) throws {
    let wanted = [
      ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"),
      ("wal_autocheckpoint", "0"), ("trusted_schema", "0"), ("secure_delete", "1"),
    ]
    for (name, value) in wanted {
      let found = try Row.fetchOne(db, sql: "PRAGMA \(name)").map { row in
        DatabaseValue(row).map(\.text) ?? ""
      }
      guard found == value else {
        throw JournalFault.settingRefused(name: name, value: found ?? "none")
      }
    }
  }
}

extension DatabaseValue {
  /// The only value of a row of one column.
  fileprivate init?(_ row: Row) {
    guard let first = row.databaseValues.first else { return nil }
    self = first
  }

  fileprivate var text: String {
    String.fromDatabaseValue(self) ?? Int64.fromDatabaseValue(self).map(String.init) ?? ""
  }
}
