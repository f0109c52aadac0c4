import GRPCCore
import ParleyDomain
import ParleyService
import Synchronization

/// Holds back whoever guesses at enrolment codes: so many wrong ones from one address in a minute,
/// and the next have to wait. Right ones cost nothing.
final class CodeTries: Sendable {
  private struct Line {
    var count: Int
    var since: ContinuousClock.Instant
  }

  /// Addresses remembered at once: a flood from many of them must not fill the memory.
  private static let addressesMax = 10_000
  private let lines = Mutex<[String: Line]>([:])

  /// Refuses an address that guessed too often.
  func admit(_ peer: String, now: ContinuousClock.Instant) throws {
    let count = lines.withLock { lines in
      guard let line = lines[Self.address(peer)], now - line.since < .seconds(60) else { return 0 }
      return line.count
    }
    guard count < ServiceLimits.codeTriesPerMinuteMax else {
      throw Refusal.limitReached(
        name: "code_tries_per_minute_max", maximum: Int64(ServiceLimits.codeTriesPerMinuteMax))
    }
  }

  /// Notes a code that opened nothing.
  func note(_ peer: String, now: ContinuousClock.Instant) {
    lines.withLock { lines in
      if lines.count >= Self.addressesMax {
        lines = lines.filter { now - $0.value.since < .seconds(60) }
      }
      let address = Self.address(peer)
      var line = lines[address] ?? Line(count: 0, since: now)
      if now - line.since >= .seconds(60) { line = Line(count: 0, since: now) }
      line.count += 1
      guard lines[address] != nil || lines.count < Self.addressesMax else { return }
      lines[address] = line
    }
  }

  /// A peer without its port.
  private static func address(_ peer: String) -> String {
    peer.lastIndex(of: ":").map { String(peer[..<$0]) } ?? peer
  }
}
