import GRPCCore
import GRPCProtobuf

extension ServiceRefusal {
  /// Reads everything an error carries. Details that cannot be read are left out: the status and
  /// the message stand all the same.
  init(_ error: RPCError) {
    let code = RefusalCode(rawValue: Self.name(error.code)) ?? .unknown
    guard let status = try? error.unpackGoogleRPCStatus() else {
      self.init(code: code, message: Self.sentence(error))
      return
    }
    var reason = ""
    var metadata: [String: String] = [:]
    var fields: [FieldProblem] = []
    var unmet: [UnmetCondition] = []
    for detail in status.details {
      if let told = detail.errorInfo {
        reason = told.reason
        metadata.merge(told.metadata) { first, _ in first }
      }
      for violation in detail.badRequest?.violations ?? [] {
        fields.append(FieldProblem(field: violation.field, problem: violation.violationDescription))
      }
      for violation in detail.preconditionFailure?.violations ?? [] {
        unmet.append(
          UnmetCondition(
            kind: violation.type, subject: violation.subject,
            description: violation.violationDescription))
      }
    }
    let message = status.message.isEmpty ? error.message : status.message
    self.init(
      code: code, reason: reason, message: message, fields: fields, unmet: unmet,
      metadata: metadata)
  }

  /// What is said of an error without details.
  private static func sentence(_ error: RPCError) -> String {
    guard error.code == .unavailable else { return error.message }
    return "The service cannot be reached: \(error.message)"
  }

  private static func name(_ code: RPCError.Code) -> String {
    switch code {
    case .cancelled: "CANCELLED"
    case .invalidArgument: "INVALID_ARGUMENT"
    case .deadlineExceeded: "DEADLINE_EXCEEDED"
    case .notFound: "NOT_FOUND"
    case .alreadyExists: "ALREADY_EXISTS"
    case .permissionDenied: "PERMISSION_DENIED"
    case .resourceExhausted: "RESOURCE_EXHAUSTED"
    case .failedPrecondition: "FAILED_PRECONDITION"
    case .aborted: "ABORTED"
    case .outOfRange: "OUT_OF_RANGE"
    case .unimplemented: "UNIMPLEMENTED"
    case .internalError: "INTERNAL"
    case .unavailable: "UNAVAILABLE"
    case .dataLoss: "DATA_LOSS"
    case .unauthenticated: "UNAUTHENTICATED"
    default: "UNKNOWN"
    }
  }
}
