import GRDB
import ParleyDomain

/// The tables of the database. Migrations are never edited: a change is a new one.
enum Schema {
  /// The newest version this build writes. A database with a greater one is refused.
  static let version = 8

  /// The first version under which the rows of every derived table are those that this build computes.
  /// What an earlier one left is computed anew.
  static let derivedSince = 5

  /// Brings the database to this build's version, and answers the version that was found; 0 for a new
  /// one. Refuses one of a newer build.
  static func prepare(_ writer: any DatabaseWriter) throws -> Int {
    let found = try writer.read { db in
      try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
    guard found <= version else { throw JournalFault.newerSchema(found: found, known: version) }
    try migrator.migrate(writer)
    return found
  }

  /// The migrations, in the order of the versions.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try createJournal(db)
      try createPeople(db)
      try createDerived(db)
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("search") { db in
      try createSearch(db)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("endorsed keys") { db in
      try endorseKeys(db)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("reads") { db in
      try createReads(db)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("tenures and conflicts") { db in
      try createConflicts(db)
      try widenChains(db)
      try createSearchTables(db)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("readings of files") { db in
      try createReadings(db)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("contracts") { db in
      try createContracts(db)
      try db.execute(sql: "PRAGMA user_version = 7")
    }
    migrator.registerMigration("readers of files") { db in
      try addReaders(db)
      try db.execute(sql: "PRAGMA user_version = 8")
    }
    return migrator
  }

  /// A CHECK list of the raw values of an enumeration.
  static func list<Value: CaseIterable & RawRepresentable>(_ type: Value.Type) -> String
  where Value.RawValue == String {
    Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }
}
