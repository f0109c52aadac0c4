import GRPCCore
import ParleyDomain

/// The list of reasons as clients read it: the document `reasons.md`.
package enum ReasonTable {
  /// The document. Made of ``Reason/all`` alone, so a reason cannot be left out.
  package static var markdown: String {
    var lines = [
      "# Reasons",
      "",
      "Every refusal carries a `google.rpc.ErrorInfo` with the domain `parley` and one of these",
      "reasons, in `grpc-status-details-bin`. Its metadata hold every variable part: `rule`,",
      "`action`, `current`, `allowed`, `next_action`, `next_actor`, `earliest_time` and what the",
      "table names. A reason is added, never renamed. This document is made from the table in the",
      "server's source; a test fails when the two differ.",
      "",
      "## Of every call",
      "",
      "| reason | status | condition | what it says | metadata |",
      "|---|---|---|---|---|",
    ]
    lines += Reason.general.map { row($0, metadata: metadata(of: $0)) }
    lines += [
      "",
      "## Of the rules",
      "",
      "All are `FAILED_PRECONDITION` with a `PreconditionFailure` of the condition's type. Metadata:",
      "`rule`, `action`, and where they are known `next_action`, `next_actor`, `earliest_time`.",
      "",
      "| reason | condition | what it says |",
      "|---|---|---|",
    ]
    lines += Precondition.allCases.map {
      "| `\($0.rawValue)` | `\($0.kind.rawValue)` | \($0.sentence) |"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ reason: Reason, metadata: String) -> String {
    let condition = reason.kind.map { "`\($0.rawValue)`" } ?? ""
    return "| `\(reason.name)` | `\(spelled(reason.code))` | \(condition) | \(reason.message)"
      + " | \(metadata) |"
  }

  private static func metadata(of reason: Reason) -> String {
    let names: [String] =
      switch reason {
      case .notPermitted: ["action", "needs"]
      case .roleRequired: ["needs"]
      case .invalidFields: ["problems", "problems_omitted"]
      case .requestIDReused: ["field"]
      case .alreadyExists: ["what"]
      case .noLongerOpen: ["action", "rule"]
      case .wrongStage:
        [
          "action", "current", "current_stage", "allowed", "rule", "next_action", "next_actor",
          "earliest_time",
        ]
      case .amountDiffers: ["field", "given", "expected", "rule"]
      case .conflictUndisclosed: ["action", "kinds", "rule"]
      case .limitReached: ["limit", "maximum"]
      case .uploadOffset, .uploadChecksum: ["committed_bytes"]
      case .uploadSize: ["declared_bytes", "received_bytes"]
      case .uploadTooLarge, .evidenceQuota: ["limit", "maximum", "held_bytes", "file_bytes"]
      case .downloadOffset: ["size_bytes"]
      case .bundleChanged: ["manifest_sha256"]
      default: []
      }
    return names.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// The code as the gRPC documents spell it.
  private static func spelled(_ code: RPCError.Code) -> String {
    switch code {
    case .invalidArgument: "INVALID_ARGUMENT"
    case .notFound: "NOT_FOUND"
    case .alreadyExists: "ALREADY_EXISTS"
    case .permissionDenied: "PERMISSION_DENIED"
    case .unauthenticated: "UNAUTHENTICATED"
    case .resourceExhausted: "RESOURCE_EXHAUSTED"
    case .failedPrecondition: "FAILED_PRECONDITION"
    case .aborted: "ABORTED"
    case .outOfRange: "OUT_OF_RANGE"
    case .unavailable: "UNAVAILABLE"
    case .dataLoss: "DATA_LOSS"
    case .cancelled: "CANCELLED"
    default: "INTERNAL"
    }
  }
}
