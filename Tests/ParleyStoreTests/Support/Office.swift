import Foundation
import OpenSSLKit
import ParleyDomain
import ParleyStore
import Synchronization
import Testing

/// A data directory of its own with a journal, a clock that the test moves, and some invented
/// people. The directory goes away with it.
final class Office: Sendable {
  let path: String
  let clock: TestClock
  let journal: Journal

  /// Opens a fresh directory, or again one that `closed()` left.
  init(at path: String? = nil, clock: TestClock = TestClock(), development: Bool = true) throws {
    let place: String
    if let path {
      place = path
    } else {
      place = try Office.freshPath()
      try DataDirectory.initialise(at: place, forDevelopment: development)
    }
    self.path = place
    self.clock = clock
    let record = Recorder()
    journal = try Journal(
      try DataDirectory.open(at: place), world: Office.world(clock),
      onFatal: { fault in record.add(fault) })
    recorder = record
  }

  private let recorder: Recorder

  /// The failures the journal reported as final.
  var failures: [JournalFault] { recorder.faults }

  /// Waits until the full text, which follows the commits, has come up to them.
  func untilIndexed() async throws {
    for _ in 0..<1_000_000 {
      if try journal.read({ try $0.isSearchComplete() }) { return }
      await Task.yield()
    }
    Issue.record("the full text did not come up to the last commit")
  }

  static func freshPath() throws -> String {
    let root = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    return root + "/parley-test-" + Hex.encode(try RandomBytes.make(8))
  }

  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  static func world(_ clock: TestClock) -> World {
    World(
      wallClock: { clock.now },
      given: { _, registry in
        Given(
          now: registry.now, zone: .utc, profile: .generic,
          people: Dictionary(uniqueKeysWithValues: People.all.map { ($0.member, $0) }))
      })
  }
}

/// What a journal reported.
final class Recorder: Sendable {
  private let list = Mutex<[JournalFault]>([])
  func add(_ fault: JournalFault) { list.withLock { $0.append(fault) } }
  var faults: [JournalFault] { list.withLock { $0 } }
}

/// Runs a test in an office that is closed and removed afterwards.
@discardableResult
func withOffice<Value: Sendable>(
  development: Bool = true, clock: TestClock = TestClock(),
  _ body: (Office) async throws -> Value
) async throws -> Value {
  let office = try Office(clock: clock, development: development)
  defer { Office.remove(office.path) }
  let value = try await body(office)
  await office.journal.close()
  return value
}
