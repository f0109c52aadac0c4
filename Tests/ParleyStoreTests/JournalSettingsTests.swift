import GRDB
@testable import ParleyStore
import Testing

struct JournalSettingsTests {
  @Test func theWriterSyncsEveryCommit() async throws {
    try await withOffice { office in
      let found = try await office.journal.writer.read { db in
        [
          try String.fetchOne(db, sql: "PRAGMA journal_mode"),
          try String.fetchOne(db, sql: "SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous"),
          try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint").map { "\($0)" },
        ]
      }
      #expect(found == ["wal", "2", "0"])
    }
  }

  @Test func aConnectionThatDoesNotSyncIsRefused() async throws {
    try await withOffice { office in
      let writer = office.journal.writer
      try await writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        #expect(throws: JournalFault.settingRefused(name: "synchronous", value: "1")) {
          try ConnectionSettings.check(db)
        }
      }
    }
  }

  @Test func readersCannotWrite() async throws {
    try await withOffice { office in
      #expect(throws: DatabaseError.self) {
        try office.journal.readers.read { db in
          try db.execute(sql: "UPDATE settings SET value = 1")
        }
      }
    }
  }

  @Test(arguments: [
    "UPDATE journal SET sequence = sequence + 1", "DELETE FROM journal",
    "UPDATE contents SET facts = x'00'", "DELETE FROM contents", "UPDATE words SET bytes = x'00'",
  ])
  func theDocketIsAppendOnly(_ statement: String) async throws {
    try await withOffice { office in
      try await office.draft()
      await #expect(throws: DatabaseError.self) {
        try await office.journal.writer.write { db in try db.execute(sql: statement) }
      }
      #expect(try office.journal.verifyAll().isEmpty)
    }
  }
}
