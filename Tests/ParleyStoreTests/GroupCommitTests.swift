import Dispatch
import GRDB
import OpenSSLKit
import ParleyDomain
@testable import ParleyStore
import Testing

@Suite(.timeLimit(.minutes(1)))
struct GroupCommitTests {
  /// Holds the writer inside one write until `count` others wait behind it, so that those are one
  /// batch.
  private func together<Value: Sendable>(
    _ office: Office, _ writes: [@Sendable () async throws -> Value]
  ) async throws -> [Result<Value, any Error>] {
    let gate = DispatchSemaphore(value: 0)
    let (entered, entry) = AsyncStream<Void>.makeStream()
    let holding = Task {
      try await office.journal.people(
        PeopleWrite(
          request: nil,
          decide: { _ in
            entry.yield()
            gate.wait()
            return Decision(reply: { _ in [] })
          }))
    }
    for await _ in entered { break }
    let results = await withTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
      for (index, write) in writes.enumerated() {
        group.addTask {
          do { return (index, .success(try await write())) } catch {
            return (index, .failure(error))
          }
        }
      }
      while office.journal.queue.waitingCount < writes.count { await Task.yield() }
      gate.signal()
      var results: [Int: Result<Value, any Error>] = [:]
      for await (index, result) in group { results[index] = result }
      return writes.indices.compactMap { results[$0] }
    }
    _ = try await holding.value
    return results
  }

  @Test func manyWritesShareOneCommit() async throws {
    // Each batch reads the clock once, so one moment means one batch.
    try await withOffice(clock: TestClock(tick: 1)) { office in
      let ids = (0..<64).map { DisputeID("d\($0)") }
      let results = try await together(
        office, ids.map { id in { @Sendable in try await office.draft(id) } })
      let answers = try results.map { try $0.get() }
      #expect(answers.count == 64)
      #expect(Set(answers.map(\.now)).count == 1)
      let stored = try office.journal.read { registry in
        try ids.map { try registry.dispute($0).order }
      }
      #expect(stored.sorted() == Array(1...64))
      #expect(try office.journal.verifyAll().isEmpty)
    }
  }

  @Test func writesToOneDisputeFollowEachOther() async throws {
    try await withOffice { office in
      let id = try await office.filed()
      let before = try #require(try office.journal.dispute(id).heads[.caseFile]?.sequence)
      let results = try await together(
        office,
        (0..<32).map { _ in { @Sendable in try await office.file(id, .sendReminder(.email)) } })
      let done = results.compactMap { try? $0.get() }
      let after = try #require(try office.journal.dispute(id).heads[.caseFile]?.sequence)
      #expect(!done.isEmpty)
      #expect(after == before + UInt64(done.count))
      #expect(try office.journal.verify(id, .caseFile).isEmpty)
    }
  }

  @Test func oneContradictionDoesNotSpoilTheOthers() async throws {
    try await withOffice { office in
      let founding = Organization(
        id: People.house, kind: .brokerage, name: "Northgate", foundedAt: TestClock.start)
      let found: @Sendable () async throws -> Answer = {
        try await office.journal.people(
          PeopleWrite(
            request: nil,
            decide: { _ in
              Decision(people: [.organizationFounded(founding)], reply: { _ in [] })
            }))
      }
      let results = try await together(
        office,
        [
          { @Sendable in try await office.draft(DisputeID("one")) }, found, found,
          { @Sendable in try await office.draft(DisputeID("two")) },
        ])
      let failures = results.compactMap { result -> JournalFault? in
        if case .failure(let error) = result { error as? JournalFault } else { nil }
      }
      #expect(failures.count == 1)
      guard case .contradiction = try #require(failures.first) else {
        Issue.record("another failure than a contradiction")
        return
      }
      _ = try office.journal.dispute(DisputeID("one"))
      _ = try office.journal.dispute(DisputeID("two"))
      let rebuilt = try office.journal.read { try $0.organization(People.house) }
      #expect(rebuilt == founding)
      #expect(office.failures.isEmpty)
    }
  }

  @Test func aWriteThatFailsHalfWayLeavesNothing() async throws {
    struct Broken: Error {}
    try await withOffice { office in
      await #expect(throws: Broken.self) {
        try await office.journal.change(
          Change(
            dispute: try await office.filed(), request: nil,
            decide: { docketed, registry in
              Decision(
                entries: try docketed.dispute.decide(
                  Filing(actor: People.broker, command: .sendReminder(.email)),
                  given: Given(now: registry.now, zone: .utc, profile: .generic)),
                reply: { _ in throw Broken() })
            }))
      }
      let status = try office.journal.dispute(DisputeID("7k3qm2xw")).dispute.caseFile.status
      let defects = try office.journal.verifyAll()
      #expect(status == .filed)
      #expect(defects.isEmpty)
    }
  }

  @Test func afterClosingNothingIsTaken() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    try await office.draft()
    await office.journal.close()
    await office.journal.close()
    await #expect(throws: JournalFault.stopped) { try await office.draft(DisputeID("two")) }
  }

  @Test func aFullDiskRefusesTheBatchAndReadingGoesOn() async throws {
    try await withOffice { office in
      let id = try await office.filed()
      try await office.journal.writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA max_page_count = 1")
      }
      var refused = false
      for _ in 0..<200 where !refused {
        do {
          try await office.draft(DisputeID("x\(try office.lastOrder())"))
        } catch JournalFault.full {
          refused = true
        }
      }
      #expect(refused)
      let order = try office.lastOrder()
      #expect(try office.journal.dispute(id).dispute.caseFile.status == .filed)
      try await office.journal.writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA max_page_count = 1000000")
      }
      try await office.draft(DisputeID("again"))
      let after = try office.lastOrder()
      #expect(after == order + 1)
      #expect(office.failures.isEmpty)
      #expect(try office.journal.verifyAll().isEmpty)
    }
  }
}
