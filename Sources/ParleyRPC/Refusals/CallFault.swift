package import GRPCProtobuf

/// What goes wrong with a call itself, before or beside the rules.
package enum CallFault: StatusConvertible, Hashable {
  /// A piece of an upload whose checksum does not fit; where the upload stands.
  case checksumDiffers(committed: Int64)
  /// A download that would start beyond the end of the file.
  case beyondEnd(size: Int64)
  /// A bundle is to go on that would be another one by now; the hash of that one's manifest.
  case bundleChanged(manifest: String)
  case cancelled
  /// The server ends; a stream goes on elsewhere, or later, from its last resume token.
  case stopping
  /// Anything that was not foreseen. Its cause goes to the server's log and nowhere else.
  case unforeseen

  package var status: GoogleRPCStatus {
    switch self {
    case .checksumDiffers(let committed):
      StatusDraft(.uploadChecksum, metadata: ["committed_bytes": "\(committed)"]).status
    case .beyondEnd(let size):
      StatusDraft(.downloadOffset, metadata: ["size_bytes": "\(size)"]).status
    case .bundleChanged(let manifest):
      StatusDraft(.bundleChanged, metadata: ["manifest_sha256": manifest]).status
    case .cancelled: StatusDraft(.cancelled).status
    case .stopping: stopping
    case .unforeseen: StatusDraft(.internalFault).status
    }
  }

  private var stopping: GoogleRPCStatus {
    var draft = StatusDraft(.serverStopping)
    draft.details.append(.retryInfo(delay: .seconds(2)))
    return draft.status
  }
}
