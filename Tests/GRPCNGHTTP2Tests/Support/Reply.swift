import GRPCCore

/// Everything a call got back.
struct Reply: Sendable {
  var initial = Metadata()
  var messages: [[UInt8]] = []
  var trailing = Metadata()

  init(_ response: StreamingClientResponse<[UInt8]>) async throws {
    let contents = try response.accepted.get()
    initial = contents.metadata
    for try await part in contents.bodyParts {
      switch part {
      case .message(let message): messages.append(message)
      case .trailingMetadata(let metadata): trailing = metadata
      }
    }
  }
}
