package import GRPCProtobuf
import ParleyDomain
package import ParleyService
package import ParleyStore

extension NotSignedIn: StatusConvertible {
  package var status: GoogleRPCStatus { StatusDraft(.notSignedIn).status }
}

extension RoleRequired: StatusConvertible {
  package var status: GoogleRPCStatus {
    var draft = StatusDraft(.roleRequired)
    draft.metadata["needs"] = roles.map(\.rawValue).joined(separator: ",")
    return draft.status
  }
}

extension JournalFault: StatusConvertible {
  /// Says nothing of paths, codes or values: those are for the server's own log.
  package var status: GoogleRPCStatus {
    switch self {
    case .full:
      var draft = StatusDraft(.storageFull)
      draft.details.append(
        .quotaFailure(violations: [.init(subject: "storage", description: "No room is left.")]))
      return draft.status
    case .failed, .stopped:
      var draft = StatusDraft(.storageStopped)
      draft.details.append(.retryInfo(delay: .seconds(5)))
      return draft.status
    case .damaged: return StatusDraft(.storageDamaged).status
    case .keyUnsettled: return StatusDraft(.keyUnsettled).status
    case .notForDevelopment:
      var draft = StatusDraft(.notForDevelopment)
      draft.addUnmet(subject: "clock")
      return draft.status
    case .directoryInUse, .notADirectory, .alreadyInitialised, .newerSchema, .settingRefused,
      .contradiction, .evidenceMissing, .deadlinesUnending, .decisionMalformed:
      return StatusDraft(.internalFault).status
    }
  }
}

extension EvidenceOverfull: StatusConvertible {
  /// With its figures, and what helps.
  package var status: GoogleRPCStatus {
    let limit = "\(scope == .file ? "exhibit" : "\(scope.rawValue)_evidence")_bytes_max"
    var draft = StatusDraft(
      scope == .file ? .uploadTooLarge : .evidenceQuota,
      metadata: [
        "limit": limit, "maximum": "\(maximum)", "held_bytes": "\(heldBytes)",
        "file_bytes": "\(fileBytes)",
      ])
    let ask = "ask the server's operator to raise evidence.\(scope.rawValue)BytesMax"
    draft.message =
      switch scope {
      case .file:
        "The file has \(fileBytes) bytes and this server takes \(maximum) at most. Send it in parts,"
          + " or \(ask)."
      case .dispute:
        "Your files in this dispute take \(heldBytes) of \(maximum) bytes, and this one has"
          + " \(fileBytes). Send less, or \(ask)."
      case .organization:
        "The files of your organization take \(heldBytes) of \(maximum) bytes, and this one has"
          + " \(fileBytes). Send less, or \(ask)."
      }
    draft.details.append(
      .quotaFailure(violations: [.init(subject: limit, description: "At most \(maximum) bytes.")]))
    return draft.status
  }
}

extension UploadFault: StatusConvertible {
  package var status: GoogleRPCStatus {
    switch self {
    case .wrongOffset(let expected):
      return StatusDraft(.uploadOffset, metadata: ["committed_bytes": "\(expected)"]).status
    case .wrongSize(let declared, let received):
      return StatusDraft(
        .uploadSize,
        metadata: ["declared_bytes": "\(declared)", "received_bytes": "\(received)"]
      ).status
    case .wrongHash: return StatusDraft(.uploadHash).status
    case .tooLarge(let maximum):
      var draft = StatusDraft(
        .uploadTooLarge, metadata: ["limit": "email_file_bytes_max", "maximum": "\(maximum)"])
      draft.message =
        "A file of e-mails that is to be taken apart has \(maximum) bytes at most. Send the messages"
        + " in several files."
      draft.details.append(
        .quotaFailure(violations: [
          .init(subject: "email_file_bytes_max", description: "At most \(maximum) bytes.")
        ]))
      return draft.status
    case .notOpen: return StatusDraft(.notFound).status
    case .beingFiled:
      var draft = StatusDraft(.uploadBeingFiled)
      draft.details.append(.retryInfo(delay: .seconds(1)))
      return draft.status
    }
  }
}
