import ParleyDomain
import Synchronization
import Testing

/// Ids in the order a test wants them drawn.
final class Draws: Sendable {
  private let left: Mutex<[String]>

  init(_ ids: [String]) {
    left = Mutex(ids.reversed())
  }

  func next() throws -> DisputeID {
    DisputeID(try #require(left.withLock { $0.popLast() }))
  }
}
