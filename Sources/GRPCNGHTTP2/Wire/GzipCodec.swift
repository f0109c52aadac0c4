import CZlib

/// Compresses and expands messages as gzip. Keeps zlib's state between messages, so that a message
/// costs no allocation of windows; belongs to one loop.
final class GzipCodec {
  /// 15 bits of window, and 16 more for the gzip format.
  private static let gzipWindowBits: Int32 = 15 + 16

  private let deflater: UnsafeMutablePointer<z_stream>
  private let inflater: UnsafeMutablePointer<z_stream>
  private var canDeflate = false
  private var canInflate = false

  init() {
    deflater = .allocate(capacity: 1)
    inflater = .allocate(capacity: 1)
    deflater.initialize(to: z_stream())
    inflater.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    canDeflate =
      deflateInit2_(
        deflater, Limits.compressionLevel, Z_DEFLATED, Self.gzipWindowBits, 8, Z_DEFAULT_STRATEGY,
        ZLIB_VERSION, size) == Z_OK
    canInflate = inflateInit2_(inflater, Self.gzipWindowBits, ZLIB_VERSION, size) == Z_OK
  }

  deinit {
    if canDeflate { deflateEnd(deflater) }
    if canInflate { inflateEnd(inflater) }
    deflater.deallocate()
    inflater.deallocate()
  }

  /// The message as one gzip member; `nil` when memory ran out, then it is sent as it is.
  func compress(_ message: [UInt8]) -> [UInt8]? {
    guard canDeflate, deflateReset(deflater) == Z_OK else { return nil }
    let bound = Int(deflateBound(deflater, UInt(message.count)))
    let isWhole = message.count <= Int(UInt32.max) && bound <= Int(UInt32.max)
    guard isWhole else { return nil }
    var succeeded = false
    let output = [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      message.withUnsafeBufferPointer { source in
        deflater.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        deflater.pointee.avail_in = UInt32(source.count)
        deflater.pointee.next_out = target.baseAddress
        deflater.pointee.avail_out = UInt32(bound)
        succeeded = deflate(deflater, Z_FINISH) == Z_STREAM_END
        count = bound - Int(deflater.pointee.avail_out)
      }
    }
    return succeeded ? output : nil
  }

  /// Expands one gzip member.
  ///
  /// Refuses what expands beyond `bytesMax` as soon as it does, holding no more than that (a
  /// kilobyte can expand to a megabyte); what is not gzip; and bytes after the end.
  func expand(_ message: [UInt8], bytesMax: Int) throws(FramingFault) -> [UInt8] {
    guard canInflate, inflateReset(inflater) == Z_OK else { throw .notGzip }
    var output: [UInt8] = []
    var fault: FramingFault?
    message.withUnsafeBufferPointer { source in
      inflater.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      inflater.pointee.avail_in = UInt32(clamping: source.count)
      fault = inflateAll(into: &output, bytesMax: bytesMax)
    }
    inflater.pointee.next_in = nil
    if let fault { throw fault }
    return output
  }

  private func inflateAll(into output: inout [UInt8], bytesMax: Int) -> FramingFault? {
    withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: Limits.inflateStepBytes
    ) { step -> FramingFault? in
      while true {
        inflater.pointee.next_out = step.baseAddress
        inflater.pointee.avail_out = UInt32(step.count)
        let result = inflate(inflater, Z_NO_FLUSH)
        let made = step.count - Int(inflater.pointee.avail_out)
        guard output.count + made <= bytesMax else { return .expandsTooFar(limit: bytesMax) }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: step[..<made]))
        switch result {
        case Z_STREAM_END: return inflater.pointee.avail_in == 0 ? nil : .notGzip
        case Z_OK where made > 0 || inflater.pointee.avail_in > 0: continue
        default: return .notGzip
        }
      }
    }
  }
}
