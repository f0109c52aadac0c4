package import GRPCCore
package import ParleyDomain

/// One reason a call can be refused with: a row of the list that clients rely on. A reason is
/// added, never renamed.
package struct Reason: Hashable, Sendable {
  /// As `ErrorInfo.reason` says it.
  package let name: String
  package let code: RPCError.Code
  /// The `type` of the `PreconditionFailure`; nil for other codes.
  package let kind: PreconditionKind?
  /// One or two sentences: what is the matter and what to do next.
  package let message: String

  init(_ name: String, _ code: RPCError.Code, _ message: String, kind: PreconditionKind? = nil) {
    self.name = name
    self.code = code
    self.kind = kind
    self.message = message
  }
}

extension Reason {
  static let notFound = Reason(
    "NOT_FOUND", .notFound,
    "There is nothing of this name that you can see. Check the name, and whether you are signed in"
      + " as the right person.")
  static let notPermitted = Reason(
    "NOT_PERMITTED", .permissionDenied,
    "This is not yours to do in this dispute. See allowed_actions of the dispute for what is.")
  static let roleRequired = Reason(
    "ROLE_REQUIRED", .permissionDenied,
    "This takes a role that you do not hold. Ask somebody who holds it, or an administrator.")
  static let notSignedIn = Reason(
    "NOT_SIGNED_IN", .unauthenticated,
    "This call carries no open session. Enrol with a one-time code and send the token as"
      + " authorization: Bearer.")
  static let invalidFields = Reason(
    "INVALID_FIELDS", .invalidArgument,
    "Some fields cannot be taken. Correct them and send the request again.")
  static let wrongStage = Reason(
    "WRONG_STAGE", .failedPrecondition,
    "This is not possible where the dispute stands. See allowed_actions of the dispute for what"
      + " is.", kind: .stage)
  static let amountDiffers = Reason(
    "AMOUNT_DIFFERS", .failedPrecondition,
    "The amount must be another one, to the cent. The refusal says which; state that one.",
    kind: .payment)
  static let conflictUndisclosed = Reason(
    "CONFLICT_UNDISCLOSED", .failedPrecondition,
    "The registers know of a conflict that this disclosure denies. Disclose it, which every party can"
      + " waive, or decline the nomination.", kind: .conflictOfInterest)
  static let stale = Reason(
    "STALE", .aborted,
    "This was changed after you read it. Read it again and decide anew.")
  static let noLongerOpen = Reason(
    "NO_LONGER_OPEN", .aborted,
    "This is no longer open: it was answered, taken back or has lapsed. Read the dispute again.")
  static let requestIDReused = Reason(
    "REQUEST_ID_REUSED", .alreadyExists,
    "This request id was used before for another request. Send a new request with a fresh id.")
  static let alreadyExists = Reason(
    "ALREADY_EXISTS", .alreadyExists,
    "This exists already. Use the one that is there.")
  static let limitReached = Reason(
    "LIMIT_REACHED", .resourceExhausted,
    "A limit of this server is reached. GetLimits answers the limits.")
  static let storageFull = Reason(
    "STORAGE_FULL", .resourceExhausted,
    "The server has no room left, and nothing was kept. Ask its operator to make room, then send"
      + " the same request again.")
  static let storageStopped = Reason(
    "STORAGE_STOPPED", .unavailable,
    "The server takes no changes at the moment. Send the same request again later.")
  static let storageDamaged = Reason(
    "STORAGE_DAMAGED", .dataLoss,
    "What is stored for this was damaged. Ask the server's operator to restore it from a backup.")
  static let keyUnsettled = Reason(
    "KEY_UNSETTLED", .aborted,
    "Another change of the signing key is being finished. Ask again in a moment.")
  static let notForDevelopment = Reason(
    "NOT_FOR_DEVELOPMENT", .failedPrecondition,
    "The clock can be moved only where the data directory was made for development. Make one with"
      + " parleyd init for development.", kind: .compliance)
  static let uploadOffset = Reason(
    "UPLOAD_OFFSET", .outOfRange,
    "This piece does not start where the upload stands. Go on at committed_bytes.")
  static let uploadSize = Reason(
    "UPLOAD_SIZE_DIFFERS", .outOfRange,
    "The upload has another size than was declared. Begin a new upload with the right size.")
  static let uploadHash = Reason(
    "UPLOAD_HASH_DIFFERS", .dataLoss,
    "The bytes are not those that were declared, and nothing was stored. Send the file again.")
  static let uploadChecksum = Reason(
    "UPLOAD_CHECKSUM_DIFFERS", .dataLoss,
    "This piece was damaged on its way. Resume the upload at committed_bytes.")
  static let uploadTooLarge = Reason(
    "UPLOAD_TOO_LARGE", .resourceExhausted,
    "The file is larger than this server takes. GetLimits answers the limit.")
  static let uploadBeingFiled = Reason(
    "UPLOAD_BEING_FILED", .unavailable,
    "All of this upload is there and its entry is being written. Send the spec again in a moment to"
      + " learn what became of it.")
  static let evidenceQuota = Reason(
    "EVIDENCE_QUOTA", .resourceExhausted,
    "There is no room for this file among those of the dispute, or of your organization. Send less, or"
      + " ask the server's operator to raise the limit.")
  static let downloadOffset = Reason(
    "DOWNLOAD_OFFSET", .outOfRange,
    "The file ends before this offset. Start at size_bytes or before.")
  static let bundleChanged = Reason(
    "BUNDLE_CHANGED", .aborted,
    "The record went on after this bundle was begun, or what it is made with was changed. Begin it anew"
      + " at offset 0.")
  static let serverStopping = Reason(
    "SERVER_STOPPING", .unavailable,
    "The server is about to stop. Go on from the last resume token in a moment.")
  static let cancelled = Reason(
    "CANCELLED", .cancelled,
    "The call was cancelled before it was answered. Send the same request again to learn what"
      + " became of it.")
  static let internalFault = Reason(
    "INTERNAL", .internalError,
    "The server failed. Send the same request again; if it fails again, tell the server's operator"
      + " the time.")

  /// Every reason that is not a precondition of a rule.
  static let general: [Reason] = [
    .notSignedIn, .roleRequired, .notFound, .notPermitted, .invalidFields, .requestIDReused,
    .alreadyExists, .stale, .noLongerOpen, .wrongStage, .amountDiffers,
    .conflictUndisclosed, .limitReached,
    .uploadOffset, .uploadSize, .uploadHash, .uploadChecksum, .uploadTooLarge, .uploadBeingFiled,
    .evidenceQuota,
    .downloadOffset, .bundleChanged,
    .storageFull, .storageStopped, .storageDamaged, .keyUnsettled,
    .notForDevelopment, .serverStopping, .cancelled,
    .internalFault,
  ]

  /// The whole list.
  package static let all: [Reason] = general + Precondition.allCases.map(Reason.init)

  /// The reason of a precondition.
  package init(_ precondition: Precondition) {
    self.init(
      precondition.rawValue, .failedPrecondition, precondition.sentence, kind: precondition.kind)
  }
}
