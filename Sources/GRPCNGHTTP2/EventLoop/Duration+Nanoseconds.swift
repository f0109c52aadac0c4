extension Duration {
  /// Whole nanoseconds for the loop's timers; negative durations count as 0, very long ones are
  /// clamped.
  var wholeNanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let (scaled, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    if overflow || scaled > UInt64(Int64.max) { return UInt64(Int64.max) }
    return scaled + UInt64(attoseconds / 1_000_000_000)
  }
}
