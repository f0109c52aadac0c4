import ParleyClient

/// How a command ends, as scripts see it. These numbers are a promise.
enum ExitStatus: Int32, CaseIterable, Hashable, Sendable {
  case done = 0
  case failed = 1
  case cancelled = 2
  /// Not there, or not visible to the caller: the two are never told apart.
  case notFound = 3
  case notPermitted = 4
  /// Somebody changed it meanwhile.
  case changed = 5
  /// The rules do not allow it now.
  case notNow = 6
  case unreachable = 7
  case stillPending = 8
  case usage = 64

  /// What a refusal of the service means for a script.
  init(_ code: RefusalCode) {
    self =
      switch code {
      case .cancelled: .cancelled
      case .notFound: .notFound
      case .unauthenticated, .permissionDenied: .notPermitted
      case .aborted: .changed
      case .failedPrecondition: .notNow
      case .unavailable, .deadlineExceeded, .resourceExhausted: .unreachable
      case .invalidArgument, .outOfRange: .usage
      case .unknown, .alreadyExists, .unimplemented, .internalError, .dataLoss: .failed
      }
  }
}
