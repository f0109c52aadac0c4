/// Which streams of a connection are over, as far as frames for them must be told apart: a client may
/// not know yet that we ended one (RFC 9113 §5.1), but it knows what it ended itself, and that it
/// skipped one (§5.1.1).
///
/// nghttp2 can tell only of closed streams that it keeps whole.
struct ClosedStreams {
  /// The streams we reset last, oldest first from `oldest` on.
  private var reset: [Int32] = []
  private var oldest = 0

  /// Of streams up to this one it is not known any more who ended them.
  private var forgotten: Int32 = 0

  /// The highest stream that was begun.
  private var last: Int32 = 0

  mutating func began(_ stream: Int32) {
    if stream > last { last = stream }
  }

  /// The stream is reset, or refused, from our side.
  mutating func endedByUs(_ stream: Int32) {
    guard stream > forgotten, !reset.contains(stream) else { return }
    if reset.count < Limits.resetStreamsRemembered {
      reset.append(stream)
    } else {
      forgotten = max(forgotten, reset[oldest])
      reset[oldest] = stream
      oldest = (oldest + 1) % reset.count
    }
  }

  /// Whether the client must know that this stream, which is not open, can carry nothing.
  func isOver(_ stream: Int32) -> Bool {
    stream <= last && stream > forgotten && !reset.contains(stream)
  }
}
