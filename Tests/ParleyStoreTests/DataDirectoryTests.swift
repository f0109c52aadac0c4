import Foundation
import GRDB
@testable import ParleyStore
import Testing

struct DataDirectoryTests {
  private func withPath(_ body: (String) throws -> Void) throws {
    let path = try Office.freshPath()
    defer { Office.remove(path) }
    try body(path)
  }

  @Test func layoutAndModes() throws {
    try withPath { path in
      try DataDirectory.initialise(at: path, forDevelopment: true)
      let directory = try DataDirectory.open(at: path)
      #expect(directory.isForDevelopment)
      for name in ["keys/receipts.pem", "lock"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
    }
  }

  @Test func secondOpenIsRefusedUntilTheFirstIsReleased() throws {
    try withPath { path in
      try DataDirectory.initialise(at: path, forDevelopment: false)
      var first: DataDirectory? = try DataDirectory.open(at: path)
      #expect(first?.isForDevelopment == false)
      #expect(throws: JournalFault.directoryInUse) { try DataDirectory.open(at: path) }
      first = nil
      _ = try DataDirectory.open(at: path)
    }
  }

  @Test func initialiseRefusesALayoutThatIsThere() throws {
    try withPath { path in
      try DataDirectory.initialise(at: path, forDevelopment: false)
      #expect(throws: JournalFault.alreadyInitialised) {
        try DataDirectory.initialise(at: path, forDevelopment: false)
      }
    }
  }

  @Test func openRefusesAnEmptyDirectory() throws {
    try withPath { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      #expect(throws: JournalFault.notADirectory(reason: "evidence is missing")) {
        try DataDirectory.open(at: path)
      }
    }
  }

  @Test func aKeyThatOthersMayReadIsRefused() throws {
    try withPath { path in
      try DataDirectory.initialise(at: path, forDevelopment: false)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: path + "/keys/receipts.pem")
      #expect(throws: JournalFault.notADirectory(reason: "the signing key may be read by others")) {
        try Office(at: path)
      }
    }
  }

  @Test func aNewerSchemaIsRefused() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    await office.journal.close()
    let copy = office.path + "/other"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
    for name in ["evidence", "incoming", "keys", "lock", "parley.sqlite"] {
      try FileManager.default.copyItem(
        atPath: office.path + "/" + name, toPath: copy + "/" + name)
    }
    let queue = try DatabaseQueue(path: copy + "/parley.sqlite")
    try await queue.write { db in try db.execute(sql: "PRAGMA user_version = 999") }
    try queue.close()
    #expect(throws: JournalFault.newerSchema(found: 999, known: Schema.version)) {
      try Office(at: copy)
    }
  }
}
