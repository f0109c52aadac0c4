import Glibc

/// The framed messages of one stream that HTTP/2 has not taken yet. Messages are kept as they were
/// handed over; their five-byte prefixes stand beside them, so nothing is copied before HTTP/2 takes it.
struct OutboundBuffer {
  private struct Segment {
    /// Flag and length in the lower five bytes, the first to be sent uppermost.
    var prefix: UInt64 = 0
    var prefixLeft = 0
    var bytes: [UInt8]
    var offset = 0

    var count: Int { prefixLeft + bytes.count - offset }
  }

  /// The segment being sent. Apart from the others, since most streams have one only.
  private var front: Segment?
  private var rest: [Segment] = []
  private var firstOfRest = 0

  /// Bytes not taken yet.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Appends one message with its prefix.
  mutating func append(message: [UInt8], isCompressed: Bool = false) {
    let length = UInt64(UInt32(truncatingIfNeeded: message.count))
    let prefix = (isCompressed ? 1 << 32 : 0) | length
    append(Segment(prefix: prefix, prefixLeft: 5, bytes: message))
  }

  /// Appends a text without prefix, for answers that are not gRPC.
  mutating func append(plain text: StaticString) {
    append(Segment(bytes: text.withUTF8Buffer { Array($0) }))
  }

  /// Copies the next bytes, at most `capacity`, and forgets them.
  mutating func take(into target: UnsafeMutablePointer<UInt8>, capacity: Int) -> Int {
    var copied = 0
    while copied < capacity, var segment = front {
      front = nil
      copied += Self.copy(&segment, to: target + copied, capacity: capacity - copied)
      if segment.count > 0 {
        front = segment
      } else {
        advance()
      }
    }
    count -= copied
    return copied
  }

  mutating func removeAll() {
    self = OutboundBuffer()
  }

  private mutating func append(_ segment: Segment) {
    count += segment.count
    guard segment.count > 0 else { return }
    if front == nil { front = segment } else { rest.append(segment) }
  }

  private mutating func advance() {
    guard firstOfRest < rest.count else { return }
    front = rest[firstOfRest]
    rest[firstOfRest].bytes = []
    firstOfRest += 1
    if firstOfRest == rest.count {
      rest.removeAll(keepingCapacity: true)
      firstOfRest = 0
    } else if firstOfRest >= Limits.compactionMin, firstOfRest * 2 > rest.count {
      rest.removeFirst(firstOfRest)
      firstOfRest = 0
    }
  }

  private static func copy(
    _ segment: inout Segment, to target: UnsafeMutablePointer<UInt8>, capacity: Int
  ) -> Int {
    var copied = 0
    while segment.prefixLeft > 0, copied < capacity {
      segment.prefixLeft -= 1
      target[copied] = UInt8(truncatingIfNeeded: segment.prefix >> UInt64(8 * segment.prefixLeft))
      copied += 1
    }
    let size = min(segment.bytes.count - segment.offset, capacity - copied)
    guard size > 0 else { return copied }
    segment.bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memcpy(target + copied, base + segment.offset, size) }
    }
    segment.offset += size
    return copied + size
  }
}
