import DocketChain
import Foundation
import GRDB
import OpenSSLKit
import ParleyDomain
import Testing

@testable import ParleyStore

/// The change of the key that receipts are signed with.
struct KeyTests {
  private func mark(_ id: String) -> RequestMark {
    RequestMark(
      caller: People.broker.member, id: id, content: SHA256.hash(Array(id.utf8)), fields: [:])
  }

  private func receipt(_ office: Office) throws -> SignedHead {
    let digest = SHA256.hash(Array("head".utf8))
    return try SignedHead.make(
      chain: ChainID(disputeID: "d", compartment: "CASE"), sequence: 1, head: digest,
      key: office.journal.signingKey)
  }

  @Test func everyKeyVouchesForTheNextAndEarlierReceiptsStayGood() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    var receipts = [try receipt(office)]
    let token = office.journal.tokenKey
    for number in 1...3 {
      office.clock.advance(hours: 1)
      let id = try await office.journal.rotateSigningKey(request: mark("r\(number)"))
      #expect(id == SignedHead.keyID(of: office.journal.signingKey.publicKey))
      receipts.append(try receipt(office))
    }
    let keys = try office.journal.read { try $0.signingKeys() }
    #expect(keys.map(\.id) == receipts.reversed().map(\.keyID), "the newest first")
    for (newer, older) in zip(keys, keys.dropFirst()) {
      #expect(newer.endorsement?.verify(older.publicKey) == true)
      #expect(older.usedUntil == newer.usedFrom)
    }
    #expect(keys.first?.usedUntil == nil)
    #expect(keys.last?.endorsement == nil)
    for receipt in receipts {
      let key = try #require(keys.first { $0.id == receipt.keyID })
      #expect(receipt.verify(key.publicKey))
    }
    #expect(office.journal.tokenKey == token)
    await office.journal.close()
    let copy = try Copy(of: office.path)
    defer { Office.remove(copy.path) }
    let second = try Office(at: copy.path, clock: office.clock)
    #expect(try receipt(second).keyID == receipts.last?.keyID)
    #expect(second.journal.tokenKey == token, "tokens outlive rotation and restart")
    #expect(try second.journal.read { try $0.signingKeys() } == keys)
    await second.journal.close()
  }

  @Test func aRepeatChangesNothingAndADryRunNeither() async throws {
    try await withOffice { office in
      let before = SignedHead.keyID(of: office.journal.signingKey.publicKey)
      let dry = try await office.journal.rotateSigningKey(
        request: mark("dry"), validateOnly: true)
      #expect(dry == before)
      #expect(try office.journal.read { try $0.signingKeys() }.count == 1)
      #expect(!FileManager.default.fileExists(atPath: office.path + "/keys/receipts-next.pem"))
      let first = try await office.journal.rotateSigningKey(request: mark("once"))
      let again = try await office.journal.rotateSigningKey(request: mark("once"))
      #expect(first == again)
      #expect(first != before)
      #expect(try office.journal.read { try $0.signingKeys() }.count == 2)
      let next = try await office.journal.rotateSigningKey(request: mark("twice"))
      #expect(try await office.journal.rotateSigningKey(request: mark("once")) == first)
      #expect(SignedHead.keyID(of: office.journal.signingKey.publicKey) == next)
    }
  }

  @Test func manyAtOnceMakeOneLine() async throws {
    try await withOffice { office in
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<16 {
          group.addTask {
            do {
              _ = try await office.journal.rotateSigningKey(request: mark("at-once-\(number)"))
            } catch JournalFault.keyUnsettled {
              // Another one was being finished.
            } catch {
              Issue.record(error)
            }
          }
        }
      }
      let keys = try office.journal.read { try $0.signingKeys() }
      let count = try office.journal.readers.read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM keys")
      }
      #expect(keys.count == count, "every key stands in the line")
      #expect(keys.count > 1)
      #expect(keys.first?.id == SignedHead.keyID(of: office.journal.signingKey.publicKey))
    }
  }

  /// The private files of a directory before and after a rotation, and the copy that a crash at some
  /// point between would have left.
  private func crashed(
    _ spoil: (_ keys: String, _ before: Data, _ after: Data) throws -> Void, rotated: Bool,
    _ check: (String, String, String) async throws -> Void
  ) async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    let path = office.path + "/keys/receipts.pem"
    let before = try Data(contentsOf: URL(filePath: path))
    let old = SignedHead.keyID(of: office.journal.signingKey.publicKey)
    var next = old
    if rotated { next = try await office.journal.rotateSigningKey(request: mark("r")) }
    let after = try Data(contentsOf: URL(filePath: path))
    await office.journal.close()
    let copy = try Copy(of: office.path)
    defer { Office.remove(copy.path) }
    try spoil(copy.path + "/keys", before, after)
    try await check(copy.path, old, next)
  }

  private func write(_ data: Data, _ path: String) throws {
    try data.write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  @Test func aSuccessorThatWasNeverRecordedIsClearedAway() async throws {
    try await crashed(
      { keys, _, _ in
        try write(
          Data(try Ed25519SigningKey.generate().pem().utf8), keys + "/receipts-next.pem")
      }, rotated: false
    ) { path, old, _ in
      let office = try Office(at: path)
      #expect(SignedHead.keyID(of: office.journal.signingKey.publicKey) == old)
      #expect(!FileManager.default.fileExists(atPath: path + "/keys/receipts-next.pem"))
      _ = try await office.journal.rotateSigningKey(request: mark("later"))
      await office.journal.close()
    }
  }

  @Test func aRecordedSuccessorTakesItsNameAtTheNextStart() async throws {
    try await crashed(
      { keys, before, after in
        try write(before, keys + "/receipts.pem")
        try write(after, keys + "/receipts-next.pem")
      }, rotated: true
    ) { path, _, next in
      let office = try Office(at: path)
      #expect(SignedHead.keyID(of: office.journal.signingKey.publicKey) == next)
      #expect(!FileManager.default.fileExists(atPath: path + "/keys/receipts-next.pem"))
      let mode =
        try FileManager.default.attributesOfItem(atPath: path + "/keys/receipts.pem")[
          .posixPermissions] as? Int
      #expect(mode == 0o600)
      await office.journal.close()
    }
  }

  @Test func aKeyThatTheRegisterDoesNotNameSignsNothing() async throws {
    try await crashed(
      { keys, before, _ in try write(before, keys + "/receipts.pem") }, rotated: true
    ) { path, _, _ in
      #expect(
        throws: JournalFault.notADirectory(
          reason: "the signing key is not the one that the register names")
      ) { try Office(at: path) }
    }
  }

  @Test func aKeyThatWasPutInBetweenIsFound() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    let next = try await office.journal.rotateSigningKey(request: mark("r"))
    #expect(try office.journal.verifyAll().isEmpty)
    await office.journal.close()
    let copy = try Copy(of: office.path)
    defer { Office.remove(copy.path) }
    let queue = try DatabaseQueue(path: copy.path + "/parley.sqlite")
    try await queue.write { db in
      try db.execute(
        sql: "UPDATE keys SET endorsement = zeroblob(64) WHERE endorsement IS NOT NULL")
    }
    try queue.close()
    let second = try Office(at: copy.path, clock: office.clock)
    #expect(try second.journal.verifyAll() == [.unendorsedKey(id: next)])
    await second.journal.close()
  }

  @Test func aDirectoryOfTheFirstSchemaIsBroughtForward() async throws {
    let path = try Office.freshPath()
    defer { Office.remove(path) }
    try DataDirectory.initialise(at: path, forDevelopment: true)
    let queue = try DatabaseQueue(path: path + "/parley.sqlite")
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try Schema.createJournal(db)
      try Schema.createPeople(db)
      try Schema.createDerived(db)
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    try migrator.migrate(queue)
    try await queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO invitations (code_hash, roles, name, email, issued_at, expires_at)
          VALUES (zeroblob(32), 'ADMINISTRATOR', 'Ada Quay', 'ada@quay.example', 5, 6)
          """)
    }
    try queue.close()
    let office = try Office(at: path)
    let keys = try office.journal.read { try $0.signingKeys() }
    #expect(keys.map(\.usedFrom) == [Instant(milliseconds: 5)], "as old as its first invitation")
    #expect(keys.first?.endorsement == nil)
    _ = try await office.journal.rotateSigningKey(request: mark("r"))
    #expect(try office.journal.read { try $0.signingKeys() }.count == 2)
    await office.journal.close()
  }
}
