import Glibc

/// The framed messages of one stream that HTTP/2 has not taken yet.
struct OutboundBuffer {
  private var segments: [[UInt8]] = []
  private var first = 0
  private var offset = 0

  /// Bytes not taken yet.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Appends one message with its five-byte prefix.
  mutating func append(message: [UInt8]) {
    let length = UInt32(truncatingIfNeeded: message.count)
    let gathers = message.count < Limits.gatherBytesMax
    count += 5 + message.count
    if segments.isEmpty || !gathers || segments[segments.count - 1].count > Limits.gatherBytesMax {
      var segment: [UInt8] = []
      segment.reserveCapacity(gathers ? 5 + message.count : 5)
      segments.append(segment)
    }
    let last = segments.count - 1
    segments[last].append(0)
    withUnsafeBytes(of: length.bigEndian) { segments[last].append(contentsOf: $0) }
    if gathers {
      segments[last].append(contentsOf: message)
    } else {
      segments.append(message)
    }
  }

  /// Appends a text without prefix, for answers that are not gRPC.
  mutating func append(plain text: StaticString) {
    segments.append(text.withUTF8Buffer { Array($0) })
    count += text.utf8CodeUnitCount
  }

  /// Copies the next bytes, at most `capacity`, and forgets them.
  mutating func take(into target: UnsafeMutablePointer<UInt8>, capacity: Int) -> Int {
    var copied = 0
    while copied < capacity, first < segments.count {
      let available = segments[first].count - offset
      let size = min(available, capacity - copied)
      segments[first].withUnsafeBufferPointer { source in
        if let base = source.baseAddress { memcpy(target + copied, base + offset, size) }
      }
      copied += size
      offset += size
      if size == available {
        segments[first] = []
        first += 1
        offset = 0
      }
    }
    count -= copied
    if first == segments.count {
      segments.removeAll(keepingCapacity: true)
      first = 0
    }
    return copied
  }

  mutating func removeAll() {
    segments = []
    first = 0
    offset = 0
    count = 0
  }
}
