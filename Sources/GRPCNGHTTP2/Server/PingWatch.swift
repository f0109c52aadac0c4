/// Whether a client sends PINGs too often (gRPC proposal A8). Counted anew whenever we send HEADERS or
/// DATA: clients measure the line with PINGs then.
struct PingWatch {
  /// How often PINGs may come while streams are open.
  let interval: UInt64

  /// How often while none is.
  let withoutStreams: UInt64

  private var last: UInt64?
  private var strikes = 0

  init(interval: Duration, withoutStreams: Duration) {
    self.interval = interval.wholeNanoseconds
    self.withoutStreams = withoutStreams.wholeNanoseconds
  }

  mutating func dataSent() {
    last = nil
    strikes = 0
  }

  /// Whether this PING is one too many.
  mutating func received(now: UInt64, hasStreams: Bool) -> Bool {
    let least = hasStreams ? interval : max(interval, withoutStreams)
    if let last, now &- last < least { strikes += 1 }
    last = now
    return strikes > Limits.pingStrikesMax
  }
}
