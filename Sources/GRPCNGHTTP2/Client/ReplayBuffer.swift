import GRPCCore

/// What a client's call has sent, kept for as long as it may have to be sent anew: until the server
/// answers, or it is too much.
struct ReplayBuffer {
  /// One message as it was handed to HTTP/2.
  struct Sent {
    var bytes: [UInt8]
    var isCompressed: Bool
  }

  private(set) var metadata: Metadata?
  private(set) var messages: [Sent] = []
  private var bytes = 0

  /// Whether everything that was sent is here.
  private(set) var isWhole = true

  mutating func note(_ metadata: Metadata) {
    if isWhole { self.metadata = metadata }
  }

  mutating func note(message: [UInt8], isCompressed: Bool) {
    guard isWhole else { return }
    bytes += message.count
    guard bytes <= Limits.replayBytesMax else { return forget() }
    messages.append(Sent(bytes: message, isCompressed: isCompressed))
  }

  /// The call can not be sent anew from here on.
  mutating func forget() {
    isWhole = false
    metadata = nil
    messages = []
  }
}
