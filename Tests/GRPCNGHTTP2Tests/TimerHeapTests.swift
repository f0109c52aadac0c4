import Testing

@testable import GRPCNGHTTP2

@Suite struct TimerHeapTests {
  @Test func firesInOrderAndOnlyWhenDue() {
    var heap = TimerHeap()
    var fired: [UInt64] = []
    for deadline: UInt64 in [5, 1, 9, 3, 7, 2] {
      heap.insert(LoopTimer(deadline: deadline) { fired.append(deadline) })
    }
    while let action = heap.popDue(now: 5) { action() }
    #expect(fired == [1, 2, 3, 5])
    #expect(heap.nextDeadline == 7)
  }

  @Test func cancelledTimersNeitherFireNorPileUp() {
    var heap = TimerHeap()
    var fired = 0
    var timers: [LoopTimer] = []
    for deadline in 0..<1000 {
      let timer = LoopTimer(deadline: UInt64(deadline)) { fired += 1 }
      timers.append(timer)
      heap.insert(timer)
    }
    for (index, timer) in timers.enumerated() where index % 10 != 0 {
      heap.cancel(timer)
      heap.cancel(timer)
    }
    #expect(heap.count < 300)
    while let action = heap.popDue(now: 2000) { action() }
    #expect(fired == 100)
    #expect(heap.count == 0)
  }

  @Test func backoffGrowsToItsCeiling() {
    var backoff = Backoff()
    let seconds = (0..<20).map { _ in Double(backoff.next()) / 1e9 }
    #expect((0.8...1.2).contains(seconds[0]))
    #expect((1.28...1.92).contains(seconds[1]))
    #expect((96.0...144.0).contains(seconds[19]))
    backoff.reset()
    #expect((0.8...1.2).contains(Double(backoff.next()) / 1e9))
  }
}
