import DocketChain
import Foundation
import GRDB
import ParleyDomain
import ParleyStore
import Testing

/// What a look at the disk finds after somebody has changed it behind the server's back.
struct ProofTests {
  /// Closes an office, lets `tamper` change its database, and opens it again.
  private func reopened(
    _ prepare: (Office) async throws -> Void,
    tamper: @Sendable (Database) throws -> Void,
    _ check: (Office) async throws -> Void
  ) async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    try await prepare(office)
    await office.journal.close()
    let copy = try Copy(of: office.path)
    defer { Office.remove(copy.path) }
    let queue = try DatabaseQueue(path: copy.path + "/parley.sqlite")
    try await queue.write { db in
      // Whoever has the file has it without its triggers.
      for trigger in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try tamper(db)
    }
    try queue.close()
    let second = try Office(at: copy.path, clock: office.clock)
    try await check(second)
    await second.journal.close()
  }

  @Test func wordsThatAreGoneWithoutAnErasureOnRecordAreFound() async throws {
    try await reopened { office in
      try await office.filed()
    } tamper: { db in
      try db.execute(sql: "DELETE FROM words WHERE entry = 1")
    } _: { office in
      let defects = try office.journal.verifyAll()
      let found = defects.contains { defect in
        if case .erasure(let chain, sequence: 1) = defect {
          return chain.compartment == Compartment.caseFile.code
        }
        return false
      }
      #expect(found, "\(defects)")
      #expect(try office.journal.erasedCount() == 1)
    }
  }

  @Test(arguments: [EntryPart.facts, .header])
  func aFlippedByteIsFoundWhereItStands(part: EntryPart) async throws {
    try await reopened { office in
      try await office.filed()
    } tamper: { db in
      let bytes = try #require(
        try Data.fetchOne(db, sql: "SELECT \(part.rawValue) FROM contents WHERE entry = 2"))
      var flipped = [UInt8](bytes)
      flipped[flipped.count / 2] ^= 1
      try db.execute(
        sql: "UPDATE contents SET \(part.rawValue) = ? WHERE entry = 2", arguments: [Data(flipped)])
    } _: { office in
      let defects = try office.journal.verifyAll()
      let found = defects.contains { defect in
        if case .chain(let chain, .commitmentMismatch(let altered, let sequence)) = defect {
          return chain.compartment == Compartment.caseFile.code && sequence == 2
            && altered == part
        }
        return false
      }
      #expect(found, "\(defects)")
    }
  }

  @Test func aFlippedByteOfTheWordsIsFound() async throws {
    try await reopened { office in
      try await office.filed()
    } tamper: { db in
      try db.execute(
        sql: "UPDATE words SET bytes = CAST(replace(bytes, '-1', '-9') AS BLOB) WHERE entry = 1")
      #expect(db.changesCount == 1)
    } _: { office in
      let defects = try office.journal.verifyAll()
      #expect(!defects.isEmpty)
    }
  }

  @Test func aCutTailIsFoundByAReceiptAndNotWithoutOne() async throws {
    let kept = Kept()
    try await reopened { office in
      try await office.filed()
      let answer = try await office.file(DisputeID("7k3qm2xw"), .sendReminder(.email))
      let head = try #require(answer.heads.first { $0.compartment == .caseFile })
      kept.receipt = try head.signed(with: office.journal.signingKey)
    } tamper: { db in
      try db.execute(
        sql: """
          PRAGMA defer_foreign_keys = ON;
          DELETE FROM words WHERE entry = (SELECT max(commit_order) FROM journal);
          DELETE FROM contents WHERE entry = (SELECT max(commit_order) FROM journal);
          UPDATE disputes SET last_order = last_order - 1;
          DELETE FROM outbox WHERE after_order = (SELECT max(commit_order) FROM journal);
          DELETE FROM journal WHERE commit_order = (SELECT max(commit_order) FROM journal);
          UPDATE heads SET (sequence, hash) = (SELECT sequence, hash FROM journal
            WHERE journal.chain = heads.chain ORDER BY sequence DESC LIMIT 1);
          """)
    } _: { office in
      let id = DisputeID("7k3qm2xw")
      #expect(try office.journal.verify(id, .caseFile).isEmpty)
      let receipt = try #require(kept.receipt)
      let defects = try office.journal.verify(id, .caseFile, against: [receipt])
      #expect(defects.count == 1, "\(defects)")
    }
  }

  @Test func whatIsDerivedComesOutOfARebuildAsItWas() async throws {
    try await withOffice { office in
      try await office.served()
      try await office.filed(DisputeID("9z9z9z9z"))
      try await office.untilIndexed()
      let before = try office.journal.dumpDerived()
      #expect(before.count > 10)
      try await office.journal.rebuild()
      #expect(try office.journal.dumpDerived() == before)
    }
  }

  @Test func aRebuildRepairsWhatWasChangedInTheDerivedTables() async throws {
    let kept = Kept()
    try await reopened { office in
      try await office.served()
      try await office.untilIndexed()
      kept.derived = try office.journal.dumpDerived()
    } tamper: { db in
      try db.execute(
        sql: "DELETE FROM deadlines; UPDATE claims SET amount = 1; UPDATE disputes SET owner = 'x'")
    } _: { office in
      #expect(try office.journal.dumpDerived() != kept.derived)
      try await office.journal.rebuild()
      #expect(try office.journal.dumpDerived() == kept.derived)
    }
  }

  /// What a test carries from before the change to after it.
  private final class Kept {
    var receipt: SignedHead?
    var derived: [String] = []
  }
}
