import GRPCProtobuf
import ParleyDomain

/// A status in the making: a reason of the list, what is said, and the variable parts.
struct StatusDraft {
  /// The `domain` of every reason.
  static let domain = "parley"
  /// Clients drop trailers above their limit, commonly 8 KiB, and base64 adds a third.
  static let detailBytesMax = 4096

  let reason: Reason
  var message: String
  /// Every variable part of the message, for programs.
  var metadata: [String: String]
  var details: [ErrorDetails] = []

  init(_ reason: Reason, _ message: String? = nil, metadata: [String: String] = [:]) {
    self.reason = reason
    self.message = message ?? reason.message
    self.metadata = metadata
  }

  /// The status, its variable parts cut to what fits.
  var status: GoogleRPCStatus {
    let held = metadata.mapValues { Self.cut($0, to: 600) }
    return GoogleRPCStatus(
      code: reason.code, message: Self.cut(message, to: 600),
      details: [.errorInfo(reason: reason.name, domain: Self.domain, metadata: held)] + details)
  }

  /// Adds the condition that does not hold.
  mutating func addUnmet(subject: String) {
    details.append(
      .preconditionFailure(violations: [
        .init(
          type: (reason.kind ?? .stage).rawValue, subject: subject,
          description: Self.cut(reason.message, to: 600))
      ]))
  }

  /// The text, cut to this many bytes at the end of a character.
  static func cut(_ text: String, to bytesMax: Int) -> String {
    guard text.utf8.count > bytesMax else { return text }
    var kept = ""
    var count = "…".utf8.count
    for character in text {
      count += character.utf8.count
      guard count <= bytesMax else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
