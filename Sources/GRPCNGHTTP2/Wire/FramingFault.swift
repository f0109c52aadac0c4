/// What can be wrong with the length-prefixed messages of a stream.
enum FramingFault: Error, Equatable {
  /// The first byte is neither 0 nor 1.
  case unknownFlag(UInt8)

  /// The message claims to be compressed although no compression was agreed.
  case unexpectedCompression

  /// The announced length is above the limit.
  case tooLarge(length: Int, limit: Int)

  /// The stream ended inside a message.
  case truncated
}
