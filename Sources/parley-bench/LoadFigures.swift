/// What a load came to.
struct LoadFigures: Sendable {
  /// In microseconds, sorted.
  let latencies: [Int64]
  let replyBytes: Int
  let elapsed: Duration

  var perSecond: Double { Double(latencies.count) / (elapsed / .seconds(1)) }

  func percentile(_ share: Double) -> Int64 {
    guard !latencies.isEmpty else { return 0 }
    return latencies[min(latencies.count - 1, Int(Double(latencies.count) * share))]
  }

  /// One line of a report.
  func line(_ name: String) -> String {
    let rate = String(Int(perSecond.rounded()))
    return "\(name)  \(rate)/s  \(latencies.count) answers, \(replyBytes) bytes checked"
      + "  p50 \(percentile(0.5)) µs  p99 \(percentile(0.99)) µs"
  }
}
