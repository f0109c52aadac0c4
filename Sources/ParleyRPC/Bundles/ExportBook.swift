import ParleyDomain
import ParleyService
import Synchronization

/// Who has bundles made at the moment.
final class ExportBook: Sendable {
  private let running = Mutex<[MemberID: Int]>([:])

  /// Enters one more. Refuses more than a member may have at the same time.
  func begin(_ member: MemberID) throws {
    try running.withLock { running in
      let count = running[member, default: 0]
      guard count < ServiceLimits.exportsPerMemberMax else {
        throw Refusal.limitReached(
          name: "exports_per_member_max", maximum: Int64(ServiceLimits.exportsPerMemberMax))
      }
      running[member] = count + 1
    }
  }

  /// Strikes one out.
  func end(_ member: MemberID) {
    running.withLock { running in
      let count = running[member, default: 0] - 1
      running[member] = count > 0 ? count : nil
    }
  }
}
