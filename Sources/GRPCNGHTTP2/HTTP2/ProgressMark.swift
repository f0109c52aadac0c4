/// Notices when something that should go on does not: fewer than
/// ``Limits/progressBytesMin`` bytes in the time it is given. A byte now and then does not count as
/// going on (CVE-2019-9511).
struct ProgressMark {
  private var bytes = 0
  private var since: UInt64?

  /// Nothing is awaited.
  mutating func clear() {
    since = nil
  }

  /// Whether too little has moved for too long.
  ///
  /// - Parameters:
  ///   - total: bytes moved so far, in all.
  ///   - now: the loop's time.
  ///   - period: nanoseconds in which the least amount must move.
  mutating func isStalled(total: Int, now: UInt64, period: UInt64) -> Bool {
    guard let start = since, total - bytes < Limits.progressBytesMin else {
      since = now
      bytes = total
      return false
    }
    return now &- start >= period
  }
}
