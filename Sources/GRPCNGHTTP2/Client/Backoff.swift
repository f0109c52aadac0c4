/// Waiting times between attempts to connect (gRPC connection back-off protocol).
struct Backoff {
  private var failures = 0

  /// Nanoseconds to wait after another failure.
  mutating func next() -> UInt64 {
    var seconds = Limits.backoffFirstSeconds
    for _ in 0..<failures where seconds < Limits.backoffMaxSeconds {
      seconds *= Limits.backoffGrowth
    }
    failures += 1
    seconds = min(seconds, Limits.backoffMaxSeconds)
    let jitter = Double.random(in: -Limits.backoffJitter...Limits.backoffJitter)
    return UInt64(seconds * (1 + jitter) * 1_000_000_000)
  }

  mutating func reset() {
    failures = 0
  }
}
