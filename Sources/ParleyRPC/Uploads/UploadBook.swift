import ParleyDomain
import ParleyService
import ParleyStore
import Synchronization

/// The uploads under way, by who sends them and the request id they go by. Kept in memory: a
/// connection that breaks can be taken up again, a server that restarted cannot, and the sender
/// then begins anew.
final class UploadBook: Sendable {
  struct Key: Hashable {
    let member: MemberID
    let requestID: String
  }

  /// One upload: where the bytes go, and what is filed when they are there.
  struct Page: Sendable {
    let upload: IncomingUpload
    let spec: UploadSpec
    let repeatability: Repeatability
  }

  private struct Line {
    var page: Page
    var isBusy: Bool
    var touched: ContinuousClock.Instant
    /// The name of the exhibit, once filed.
    var exhibit: String?
  }

  /// How long an upload waits to be resumed.
  static let keptHours = 24

  private let lines = Mutex<[Key: Line]>([:])

  /// Enters a new upload, which is then being written. Refuses more than a member may have under
  /// way. An unfinished one of the same id gives way.
  func begin(_ page: Page, as key: Key, now: ContinuousClock.Instant) throws {
    let dropped = try lines.withLock { lines -> [IncomingUpload] in
      var dropped = lines.filter { $0.value.touched < now - .seconds(Self.keptHours * 3600) }
      for stale in dropped.keys { lines[stale] = nil }
      if let old = lines[key] {
        guard !old.isBusy else { throw UploadFault.notOpen }
        dropped[key] = old
        lines[key] = nil
      }
      let open = lines.filter { $0.key.member == key.member && $0.value.exhibit == nil }
      guard open.count < ServiceLimits.uploadsPerMemberMax else {
        throw Refusal.limitReached(
          name: "uploads_per_member_max", maximum: Int64(ServiceLimits.uploadsPerMemberMax))
      }
      lines[key] = Line(page: page, isBusy: true, touched: now)
      return dropped.values.filter { $0.exhibit == nil }.map(\.page.upload)
    }
    for upload in dropped { upload.abandon() }
  }

  /// Takes an upload up again. One that is unknown, filed, or being written is not there.
  func resume(_ key: Key) throws -> Page {
    try lines.withLock { lines in
      guard let line = lines[key], !line.isBusy, line.exhibit == nil else {
        throw UploadFault.notOpen
      }
      lines[key]?.isBusy = true
      return line.page
    }
  }

  /// Leaves an upload for later; it is forgotten where it cannot go on.
  func leave(_ key: Key, canResume: Bool, now: ContinuousClock.Instant) {
    lines.withLock { lines in
      guard canResume else {
        lines[key] = nil
        return
      }
      lines[key]?.isBusy = false
      lines[key]?.touched = now
    }
  }

  /// Notes that the exhibit is filed.
  func finish(_ key: Key, as exhibit: String, now: ContinuousClock.Instant) {
    lines.withLock { lines in
      lines[key]?.isBusy = false
      lines[key]?.touched = now
      lines[key]?.exhibit = exhibit
    }
  }

  /// The upload and the exhibit it became; nil for one that is not known.
  func find(_ key: Key) -> (upload: IncomingUpload, exhibit: String?)? {
    lines.withLock { $0[key].map { ($0.page.upload, $0.exhibit) } }
  }
}
