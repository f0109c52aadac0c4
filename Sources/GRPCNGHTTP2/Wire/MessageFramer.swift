/// Cuts the bytes of a stream into messages: one flag byte, four length bytes, the message.
struct MessageFramer {
  /// Largest message let through.
  let messageBytesMax: Int

  private var prefix: UInt64 = 0
  private var prefixCount = 0
  private var message: [UInt8] = []
  private var missing = 0

  init(messageBytesMax: Int) {
    self.messageBytesMax = messageBytesMax
  }

  /// Whether the bytes so far end in the middle of a message.
  var isInsideMessage: Bool { prefixCount > 0 }

  /// Takes the next bytes and calls `emit` with each message they complete.
  ///
  /// Refuses at the prefix, before anything of the message is buffered.
  mutating func consume(
    _ chunk: UnsafeBufferPointer<UInt8>, emit: ([UInt8]) -> Void
  ) throws(FramingFault) {
    var rest = chunk[...]
    while !rest.isEmpty || (prefixCount == 5 && missing == 0) {
      if prefixCount < 5 {
        prefix = prefix << 8 | UInt64(rest.removeFirst())
        prefixCount += 1
        if prefixCount == 5 { try beginMessage() }
        continue
      }
      let piece = rest.prefix(missing)
      if message.isEmpty && piece.count == missing {
        emit(Array(piece))
        rest = rest.dropFirst(piece.count)
        reset()
        continue
      }
      message.append(contentsOf: piece)
      rest = rest.dropFirst(piece.count)
      missing -= piece.count
      if missing == 0 {
        emit(message)
        reset()
      }
    }
  }

  private mutating func beginMessage() throws(FramingFault) {
    let flag = UInt8(truncatingIfNeeded: prefix >> 32)
    let length = Int(prefix & 0xFFFF_FFFF)
    guard flag <= 1 else { throw .unknownFlag(flag) }
    guard flag == 0 else { throw .unexpectedCompression }
    guard length <= messageBytesMax else {
      throw .tooLarge(length: length, limit: messageBytesMax)
    }
    missing = length
    message = []
    if length > 0 { message.reserveCapacity(min(length, Limits.messageReserveBytes)) }
  }

  private mutating func reset() {
    prefix = 0
    prefixCount = 0
    missing = 0
    message = []
  }
}
