import Dispatch
import ParleyDomain
import ParleyStore
import Synchronization
import Testing

@testable import ParleyService

/// Reads of any length run off the loops, a few at a time, and nobody stands behind all of another's.
struct LongReadTests {
  /// Reads that stand still until they are let go of, one by one.
  private final class Desk: Sendable {
    let reads = LongReads(seats: 2)
    private let begun = AsyncStream.makeStream(of: String.self)
    private let gates = Mutex<[String: DispatchSemaphore]>([:])

    func start(_ name: String, for member: String) -> Task<Void, any Error> {
      let gate = DispatchSemaphore(value: 0)
      gates.withLock { $0[name] = gate }
      return Task { [self] in
        try await reads.run(for: MemberID(member)) { [begun] in
          begun.continuation.yield(name)
          gate.wait()
        }
      }
    }

    func next() async -> String? {
      for await name in begun.stream { return name }
      return nil
    }

    func end(_ name: String) { _ = gates.withLock { $0[name]?.signal() } }

    /// Waits until so many are counted for a member.
    func until(_ count: Int, of member: String) async {
      while reads.count(of: MemberID(member)) < count { await Task.yield() }
    }
  }

  @Test func whoHasTheFewestRunningIsNext() async throws {
    let desk = Desk()
    var tasks = [desk.start("a1", for: "a")]
    #expect(await desk.next() == "a1")
    tasks.append(desk.start("a2", for: "a"))
    #expect(await desk.next() == "a2")
    for (number, name) in ["a3", "a4"].enumerated() {
      tasks.append(desk.start(name, for: "a"))
      await desk.until(number + 3, of: "a")
    }
    tasks.append(desk.start("b1", for: "b"))
    await desk.until(1, of: "b")
    desk.end("a1")
    #expect(await desk.next() == "b1")
    desk.end("b1")
    #expect(await desk.next() == "a3")
    desk.end("a2")
    #expect(await desk.next() == "a4")
    for name in ["a3", "a4"] { desk.end(name) }
    for task in tasks { try await task.value }
    #expect(desk.reads.count(of: MemberID("a")) == 0)
  }

  @Test func oneMoreThanOnePersonMayHaveIsRefused() async throws {
    let desk = Desk()
    let maximum = ServiceLimits.longReadsPerMemberMax
    var tasks: [Task<Void, any Error>] = []
    for number in 1...maximum {
      tasks.append(desk.start("\(number)", for: "a"))
      await desk.until(number, of: "a")
    }
    await #expect(
      throws: Refusal.limitReached(name: "long_reads_per_member_max", maximum: Int64(maximum))
    ) {
      try await desk.reads.run(for: MemberID("a")) {}
    }
    let other = desk.start("other", for: "b")
    for number in 1...maximum { desk.end("\(number)") }
    desk.end("other")
    for task in tasks { try await task.value }
    try await other.value
  }

  @Test func theyReadByTheLongLane() async throws {
    #expect(ReaderLane.current == .short)
    let lane = try await LongReads(seats: 1).run(for: nil) { ReaderLane.current }
    #expect(lane == .long)
  }
}
