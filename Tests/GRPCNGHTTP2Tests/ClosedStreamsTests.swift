import Testing

@testable import GRPCNGHTTP2

struct ClosedStreamsTests {
  @Test func whatTheClientEndedOrSkippedIsOver() {
    var streams = ClosedStreams()
    #expect(!streams.isOver(1), "not begun yet")
    streams.began(5)
    #expect(streams.isOver(5) && streams.isOver(3))
    #expect(!streams.isOver(7))
    streams.endedByUs(5)
    #expect(!streams.isOver(5), "the client may not know yet")
    streams.endedByUs(9)
    streams.began(11)
    #expect(!streams.isOver(9), "refused before it began")
  }

  @Test func whatIsForgottenIsLetPass() {
    var streams = ClosedStreams()
    let count = Int32(Limits.resetStreamsRemembered)
    for number in 0...count {
      streams.began(2 * number + 1)
      streams.endedByUs(2 * number + 1)
      streams.endedByUs(2 * number + 1)
    }
    streams.began(2 * count + 5)
    #expect(!streams.isOver(1), "forgotten, so it is not known")
    #expect(!streams.isOver(3), "still remembered")
    #expect(streams.isOver(2 * count + 3), "skipped")
  }
}
