import CNGHTTP2
import GRPCCore
import Testing

@testable import GRPCNGHTTP2

/// The counts that end connections, at their limits and one past them.
@Suite struct WatchTests {
  private func frame(_ type: UInt8, flags: UInt8 = 0) -> nghttp2_frame_hd {
    nghttp2_frame_hd(length: 0, stream_id: 1, type: type, flags: flags, reserved: 0)
  }

  @Test(arguments: [
    (H2.rstStream, Limits.resetsMax, ServerIncident.resets),
    (H2.settings, Limits.settingsFramesMax, .settings),
    (H2.priority, Limits.priorityFramesMax, .priorities),
    (H2.firstUnknown, Limits.unknownFramesMax, .unknownFrames),
    (UInt8.max, Limits.unknownFramesMax, .unknownFrames),
  ])
  func framesOfAKind(type: UInt8, limit: Int, incident: ServerIncident) {
    var watch = FloodWatch()
    let start = Limits.floodWindowNanoseconds
    for _ in 0..<limit { #expect(watch.frameBegan(frame(type), now: start) == nil) }
    #expect(watch.frameBegan(frame(type), now: start) == incident)
    let later = start + Limits.floodWindowNanoseconds
    #expect(watch.frameBegan(frame(type), now: later) == nil)
  }

  @Test func acknowledgementsAndWorkDoNotCount() {
    var watch = FloodWatch()
    for _ in 0..<500 {
      #expect(watch.frameBegan(frame(H2.settings, flags: H2.acknowledgement), now: 0) == nil)
      #expect(watch.frameBegan(frame(H2.headers), now: 0) == nil)
      #expect(watch.frameBegan(frame(H2.data), now: 0) == nil)
      #expect(watch.resetSent(H2.noError, now: 0) == nil)
    }
  }

  @Test func resetsOfOurs() {
    var watch = FloodWatch()
    for _ in 0..<Limits.streamErrorsMax {
      #expect(watch.resetSent(H2.protocolError, now: 0) == nil)
    }
    #expect(watch.resetSent(H2.refusedStream, now: 0) == nil)
    #expect(watch.resetSent(H2.protocolError, now: 0) == .streamErrors)
    var second = FloodWatch()
    for _ in 0..<Limits.refusedStreamsMax {
      #expect(second.resetSent(H2.refusedStream, now: 0) == nil)
    }
    #expect(second.resetSent(H2.refusedStream, now: 0) == .refusedStreams)
  }

  @Test func runsAreBrokenByWork() {
    var watch = FloodWatch()
    for _ in 0..<3 {
      for _ in 0..<Limits.emptyDataFramesMax {
        #expect(watch.dataReceived(isEmpty: true) == nil)
      }
      #expect(watch.dataReceived(isEmpty: false) == nil)
      for _ in 0..<Limits.dribblesMax { #expect(watch.dribbled(bytes: 1) == nil) }
      #expect(watch.dribbled(bytes: Limits.dribbleBytes) == nil)
    }
    for _ in 0..<Limits.emptyDataFramesMax { _ = watch.dataReceived(isEmpty: true) }
    #expect(watch.dataReceived(isEmpty: true) == .emptyData)
    for _ in 0..<Limits.dribblesMax { _ = watch.dribbled(bytes: 1) }
    #expect(watch.dribbled(bytes: 1) == .dribble)
  }

  @Test func pingsTooOften() {
    var watch = PingWatch(interval: .seconds(10), withoutStreams: .seconds(100))
    let second: UInt64 = 1_000_000_000
    var now: UInt64 = 0
    for _ in 0..<10 {
      now += 10 * second
      let isTooMany = watch.received(now: now, hasStreams: true)
      #expect(!isTooMany)
    }
    for strike in 1...3 {
      now += 10 * second
      let isTooMany = watch.received(now: now, hasStreams: false)
      #expect(isTooMany == (strike > Limits.pingStrikesMax))
    }
    watch.dataSent()
    let afterWork = watch.received(now: now, hasStreams: false)
    #expect(!afterWork)
  }

  @Test func progressIsMoreThanAByteNowAndThen() {
    var mark = ProgressMark()
    var total = 0
    var stalled: [Bool] = []
    for second in 0..<5 {
      total += 1
      stalled.append(mark.isStalled(total: total, now: UInt64(second), period: 3))
    }
    #expect(stalled == [false, false, false, true, true])
    var moving = ProgressMark()
    for second in 0..<10 {
      let isStalled = moving.isStalled(
        total: second * Limits.progressBytesMin, now: UInt64(second), period: 3)
      #expect(!isStalled)
    }
    moving.clear()
    let isStalled = moving.isStalled(total: 0, now: 100, period: 3)
    #expect(!isStalled)
  }

  @Test func admission() {
    let counters = ServerCounters()
    func admit(_ address: String?) -> ServerIncident? {
      counters.admit(address: address, connectionsMax: 3, perAddressMax: 2)
    }
    #expect(admit("a") == nil)
    #expect(admit("a") == nil)
    #expect(admit("a") == .connectionsOfAddress)
    #expect(admit(nil) == nil)
    #expect(admit("b") == .connections)
    counters.leave(address: "a")
    #expect(admit("a") == nil)
    #expect(counters.openConnections == 3)
  }
}
