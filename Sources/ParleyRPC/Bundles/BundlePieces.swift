import OpenSSLKit
import Foundation
import GRPCCore
import ParleyService
import ParleyWire

/// Sends bytes in pieces of one size, whatever the sizes they come in.
struct BundlePieces {
  private let writer: RPCWriter<Parley_V1_ExportBundleResponse>
  private var bundle: Parley_V1_Bundle?
  private var offset: Int64
  /// Bytes that are still left out: they lie before the beginning.
  private var ahead: Int64
  private var waiting: [UInt8] = []

  /// `bundle` goes with the first piece, which begins at `offset`.
  init(
    _ bundle: Parley_V1_Bundle, from offset: Int64,
    to writer: RPCWriter<Parley_V1_ExportBundleResponse>
  ) {
    self.bundle = bundle
    self.offset = offset
    ahead = offset
    self.writer = writer
  }

  mutating func add(_ bytes: [UInt8]) async throws {
    waiting += bytes.dropFirst(Int(leaveOut(upTo: Int64(bytes.count))))
    while waiting.count >= ServiceLimits.chunkBytesMax {
      try await send(Array(waiting.prefix(ServiceLimits.chunkBytesMax)))
      waiting = Array(waiting.dropFirst(ServiceLimits.chunkBytesMax))
    }
  }

  /// Counts so many of the next bytes as left out as lie before the beginning, and answers how many.
  mutating func leaveOut(upTo count: Int64) -> Int64 {
    let left = min(ahead, count)
    ahead -= left
    return left
  }

  /// Sends what waits; where nothing is left to send, what the bundle is.
  mutating func finish() async throws {
    if !waiting.isEmpty || bundle != nil { try await send(waiting) }
    waiting = []
  }

  private mutating func send(_ bytes: [UInt8]) async throws {
    var message = Parley_V1_ExportBundleResponse()
    if let bundle { message.bundle = bundle }
    bundle = nil
    message.readOffset = offset
    message.data = Data(bytes)
    message.crc32C = CRC32C.checksum(bytes)
    offset += Int64(bytes.count)
    try await writer.write(message)
  }
}
