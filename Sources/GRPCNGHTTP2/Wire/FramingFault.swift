import GRPCCore

/// What can be wrong with the length-prefixed messages of a stream.
enum FramingFault: Error, Equatable {
  /// The first byte is neither 0 nor 1.
  case unknownFlag(UInt8)

  /// The message claims to be compressed although no compression was agreed.
  case unexpectedCompression

  /// The announced length is above the limit.
  case tooLarge(length: Int, limit: Int)

  /// The compressed message expands beyond the limit.
  case expandsTooFar(limit: Int)

  /// The message is not one whole gzip member.
  case notGzip

  /// The stream ended inside a message.
  case truncated

  /// The error an RPC ends with.
  var error: RPCError {
    switch self {
    case .unknownFlag:
      RPCError(code: .internalError, message: "A message begins with an unknown flag.")
    case .unexpectedCompression:
      RPCError(
        code: .internalError, message: "A message is compressed although none was announced.")
    case .tooLarge(let length, let limit):
      RPCError(
        code: .resourceExhausted,
        message: "The message has \(length) bytes, the limit is \(limit).")
    case .expandsTooFar(let limit):
      RPCError(
        code: .resourceExhausted,
        message: "The message expands to more than the limit of \(limit) bytes.")
    case .notGzip:
      RPCError(code: .internalError, message: "A compressed message is not one gzip member.")
    case .truncated:
      RPCError(code: .internalError, message: "The stream ends inside a message.")
    }
  }
}
