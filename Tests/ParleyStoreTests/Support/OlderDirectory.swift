import Foundation
import GRDB
import ParleyDomain
import Testing

@testable import ParleyStore

/// A data directory as a build of an earlier schema left it: made of one of this build, by the migrations
/// up to that version, with the same journal and registers, and with what that build kept of derived rows.
enum OlderDirectory {
  /// The compartments there were before version 5; chains could be of no other.
  private static let compartments = Compartment.all.filter { compartment in
    if case .later = compartment { false } else { true }
  }

  /// Puts an older database in the place of that of a closed directory.
  static func age(_ folder: String, to version: Int) throws {
    let path = database(of: folder)
    let whole = path + ".whole"
    let current = try DatabaseQueue(path: path)
    try current.vacuum(into: whole)
    try current.close()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    let migrations = Schema.migrator.migrations
    let made = try DatabaseQueue(path: path, configuration: ConnectionSettings.writer())
    try Schema.migrator.migrate(made, upTo: migrations[version - 1])
    try made.close()
    var plain = Configuration()
    plain.foreignKeysEnabled = false
    let older = try DatabaseQueue(path: path, configuration: plain)
    try older.writeWithoutTransaction { db in
      if version < 5 { try narrowChains(db) }
      try db.execute(sql: "ATTACH DATABASE ? AS whole", arguments: [whole])
      for table in try tables(db) { try copy(table, db) }
      try db.execute(sql: "DETACH DATABASE whole")
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == version)
    }
    try older.close()
    try FileManager.default.removeItem(atPath: whole)
  }

  static func database(of folder: String) -> String { folder + "/parley.sqlite" }

  private static func narrowChains(_ db: Database) throws {
    let codes = compartments.map { "'\($0.code)'" }.joined(separator: ", ")
    try db.execute(
      sql: """
        DROP TABLE chains;
        CREATE TABLE chains (
          id INTEGER PRIMARY KEY,
          dispute TEXT NOT NULL CHECK (length(dispute) BETWEEN 1 AND 32),
          compartment TEXT NOT NULL CHECK (compartment IN (\(codes))),
          UNIQUE (dispute, compartment)
        ) STRICT;
        """)
  }

  /// All but the index of words, which lags behind after such a start as after any other.
  private static func tables(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM main.sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'
          AND name <> 'grdb_migrations' AND name <> 'file_readings'
        """)
  }

  private static func copy(_ table: String, _ db: Database) throws {
    let columns = try String.fetchAll(
      db, sql: "SELECT name FROM pragma_table_info('\(table)')"
    ).joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO main.\(table) (\(columns)) SELECT \(columns) FROM whole.\(table)
        """)
  }
}
