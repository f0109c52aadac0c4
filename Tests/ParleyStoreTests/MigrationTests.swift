import Foundation
import GRDB
import OpenSSLKit
import ParleyDomain
import Testing

@testable import ParleyStore

/// A directory that an earlier build left is brought up to date by opening it, and is then as one of this
/// build.
struct MigrationTests {
  private func schema(_ office: Office) throws -> [String] {
    try office.journal.writer.read { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name, sql")
    }
  }

  private func entries(_ office: Office) throws -> [String] {
    try office.journal.writer.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT commit_order, chain, sequence, hex(hash) AS hash, hex(contents.facts) AS facts,
            hex(bytes) AS bytes
          FROM journal JOIN contents ON contents.entry = commit_order
            LEFT JOIN words ON words.entry = commit_order
          ORDER BY commit_order
          """
      ).map { "\($0)" }
    }
  }

  private func hits(_ word: String, _ office: Office) throws -> Int {
    let query = SearchQuery(try SearchText(word), viewers: Viewer.all(for: People.broker))
    return try office.journal.read { try $0.search(query) }.count
  }

  /// Two disputes of which one has come some way, with a file in evidence and a note that one side keeps.
  private func fill(_ office: Office) async throws {
    let id = try await office.served()
    try await office.file(id, .addNote(.partyPrivate(.claimant)))
    try await office.draft(DisputeID("9z9z9z9z"), references: ["Q-1", "Q-2"])
  }

  /// What a directory holds, to be compared.
  private struct State: Equatable {
    let schema: [String]
    let entries: [String]
    let derived: [String]
    let key: [UInt8]
    let hits: Int
  }

  private func state(_ office: Office) async throws -> State {
    // As the server does when it starts.
    office.journal.catchUpSearch()
    try await office.untilIndexed()
    return State(
      schema: try schema(office), entries: try entries(office),
      derived: try office.journal.dumpDerived(), key: office.journal.signingKey.publicKey.raw,
      hits: try hits("text", office))
  }

  /// A directory that was closed in good order, filled.
  private func filled(_ clock: TestClock) async throws -> (path: String, state: State) {
    let office = try Office(clock: clock)
    try await fill(office)
    let state = try await state(office)
    await office.journal.close()
    return (office.path, state)
  }

  @Test(arguments: 1..<Schema.version)
  func aDirectoryOfAnEarlierSchemaIsAsOneOfThisBuildOnceItIsOpened(_ version: Int) async throws {
    let clock = TestClock()
    let (path, before) = try await filled(clock)
    defer { Office.remove(path) }
    #expect(before.derived.contains { $0.hasPrefix("seats: ") })
    #expect(before.derived.contains { $0.hasPrefix("search_rows: ") })
    #expect(before.hits > 0)
    try OlderDirectory.age(path, to: version)
    try await upgrade(path, clock, to: before)
    // A second start finds nothing to do.
    let again = try Office(at: path, clock: clock)
    #expect(try schema(again) == before.schema)
    await again.journal.close()
  }

  private func upgrade(_ path: String, _ clock: TestClock, to before: State) async throws {
    let office = try Office(at: path, clock: clock)
    let reached = try await office.journal.writer.read { db in
      try Int.fetchOne(db, sql: "PRAGMA user_version")
    }
    #expect(reached == Schema.version)
    // All of it, also what earlier builds did not keep, and without a rebuild by hand.
    #expect(try await state(office) == before)
    #expect(try office.journal.verifyAll().isEmpty)
    try await office.journal.rebuild()
    #expect(try await state(office) == before)
    // And it goes on, with what stood there and with what is new.
    try await office.file(DisputeID("7k3qm2xw"), .addNote(.partyPrivate(.claimant)))
    try await office.draft(DisputeID("5h5h5h5h"), references: ["S-1", "S-2"])
    #expect(try office.journal.verifyAll().isEmpty)
    #expect(office.failures.isEmpty)
    await office.journal.close()
  }

  @Test func aMigrationThatFailsLeavesWhatWasThereAndIsMadeByTheNextStart() async throws {
    let clock = TestClock()
    let (path, before) = try await filled(clock)
    defer { Office.remove(path) }
    try OlderDirectory.age(path, to: 5)
    // Something of the name of a table that comes later, as a hand in the database might leave it.
    func change(_ sql: String) async throws -> Int {
      let queue = try DatabaseQueue(path: OlderDirectory.database(of: path))
      let version = try await queue.writeWithoutTransaction { db in
        try db.execute(sql: sql)
        return try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      }
      try queue.close()
      return version
    }
    _ = try await change("CREATE TABLE contracts (id INTEGER)")
    #expect(throws: DatabaseError.self) { _ = try Office(at: path, clock: clock) }
    #expect(try await change("DROP TABLE contracts") == 6, "up to the one that failed")
    let office = try Office(at: path, clock: clock)
    #expect(try await state(office) == before)
    #expect(try office.journal.verifyAll().isEmpty)
    await office.journal.close()
  }
}
