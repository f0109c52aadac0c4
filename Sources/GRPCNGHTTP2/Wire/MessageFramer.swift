/// Cuts the bytes of a stream into messages: one flag byte, four length bytes, the message.
struct MessageFramer {
  /// Largest message let through, both as it came and expanded.
  let messageBytesMax: Int

  /// Expands compressed messages; `nil` while none was agreed.
  var codec: GzipCodec?

  private var prefix: UInt64 = 0
  private var prefixCount = 0
  private var message: [UInt8] = []
  private var missing = 0

  init(messageBytesMax: Int, codec: GzipCodec? = nil) {
    self.messageBytesMax = messageBytesMax
    self.codec = codec
  }

  /// Whether the bytes so far end in the middle of a message.
  var isInsideMessage: Bool { prefixCount > 0 }

  /// Bytes held of a message that is not whole yet.
  var heldBytes: Int { message.count }

  /// Takes the next bytes and calls `emit` with each message they complete.
  ///
  /// Refuses at the prefix, before anything of the message is buffered; a compressed message also
  /// when it does not expand to an allowed size.
  mutating func consume(
    _ chunk: UnsafeBufferPointer<UInt8>, emit: (FramedMessage) -> Void
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
      rest = rest.dropFirst(piece.count)
      if message.isEmpty && piece.count == missing {
        message = Array(piece)
        missing = 0
      } else {
        message.append(contentsOf: piece)
        missing -= piece.count
      }
      if missing == 0 { emit(try finishMessage()) }
    }
  }

  private mutating func beginMessage() throws(FramingFault) {
    let flag = UInt8(truncatingIfNeeded: prefix >> 32)
    let length = Int(prefix & 0xFFFF_FFFF)
    guard flag <= 1 else { throw .unknownFlag(flag) }
    guard flag == 0 || codec != nil else { throw .unexpectedCompression }
    guard length <= messageBytesMax else {
      throw .tooLarge(length: length, limit: messageBytesMax)
    }
    missing = length
    message = []
    // A length above one frame's worth will come in pieces.
    if length > Limits.gatherBytesMax {
      message.reserveCapacity(min(length, Limits.messageReserveBytes))
    }
  }

  private mutating func finishMessage() throws(FramingFault) -> FramedMessage {
    let isCompressed = prefix >> 32 == 1
    var framed = FramedMessage(
      bytes: message, wireBytes: message.count + 5, wasCompressed: isCompressed)
    prefix = 0
    prefixCount = 0
    message = []
    if isCompressed, let codec {
      framed.bytes = try codec.expand(framed.bytes, bytesMax: messageBytesMax)
    }
    return framed
  }
}
