import Dispatch
import GRDB
import Testing

@testable import ParleyStore

/// Reads of any length go by connections of their own, and who must not wait does not.
struct ReaderLaneTests {
  /// Holds connections of a lane until it is let go of.
  private final class Holding: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let done = DispatchGroup()
    private let count: Int

    init(_ count: Int, of lane: ReaderLane, in journal: Journal) {
      self.count = count
      let held = DispatchSemaphore(value: 0)
      for _ in 0..<count {
        done.enter()
        DispatchQueue.global().async { [gate, done] in
          try? ReaderLane.$current.withValue(lane) {
            try journal.read { _ in
              held.signal()
              gate.wait()
            }
          }
          done.leave()
        }
      }
      for _ in 0..<count { held.wait() }
    }

    func letGo() {
      for _ in 0..<count { gate.signal() }
      done.wait()
    }
  }

  private func lastOrder(_ journal: Journal, on lane: ReaderLane) throws -> Int64 {
    try ReaderLane.$current.withValue(lane) { try journal.read { try $0.lastOrder() } }
  }

  @Test func longReadsDoNotHoldShortOnesUp() async throws {
    try await withOffice { office in
      try await office.draft()
      let holding = Holding(Limits.longReadersMax, of: .long, in: office.journal)
      defer { holding.letGo() }
      let order = try lastOrder(office.journal, on: .short)
      #expect(order > 0)
      #expect(try lastOrder(office.journal, on: .immediate) == order)
    }
  }

  @Test func whoMustNotWaitIsToldThatNoneIsFree() async throws {
    try await withOffice { office in
      let journal = office.journal
      let holding = Holding(Limits.shortReaders, of: .short, in: journal)
      #expect(throws: ReadersBusy.self) { try lastOrder(journal, on: .immediate) }
      // Of any length, and so elsewhere.
      let elsewhere = try lastOrder(journal, on: .long)
      #expect(elsewhere == 0)
      holding.letGo()
      let free = try lastOrder(journal, on: .immediate)
      #expect(free == 0)
    }
  }
}
