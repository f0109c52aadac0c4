/// The status of a call that was not done, by its name in gRPC.
package enum RefusalCode: String, CaseIterable, Hashable, Sendable {
  case cancelled = "CANCELLED"
  case unknown = "UNKNOWN"
  case invalidArgument = "INVALID_ARGUMENT"
  case deadlineExceeded = "DEADLINE_EXCEEDED"
  case notFound = "NOT_FOUND"
  case alreadyExists = "ALREADY_EXISTS"
  case permissionDenied = "PERMISSION_DENIED"
  case resourceExhausted = "RESOURCE_EXHAUSTED"
  case failedPrecondition = "FAILED_PRECONDITION"
  case aborted = "ABORTED"
  case outOfRange = "OUT_OF_RANGE"
  case unimplemented = "UNIMPLEMENTED"
  case internalError = "INTERNAL"
  case unavailable = "UNAVAILABLE"
  case dataLoss = "DATA_LOSS"
  case unauthenticated = "UNAUTHENTICATED"

  /// Whether it is unknown if the service did what was asked: the answer got lost, not refused.
  package var leavesOutcomeOpen: Bool {
    switch self {
    case .unavailable, .deadlineExceeded, .cancelled, .unknown, .internalError: true
    default: false
    }
  }
}
