import OpenSSLKit
import Foundation
import GRPCCore
import ParleyService
import ParleyWire

/// Sends bytes in pieces of one size, whatever the sizes they come in.
struct BundlePieces {
  private let writer: RPCWriter<Parley_V1_ExportBundleResponse>
  private var bundle: Parley_V1_Bundle?
  private var offset: Int64 = 0
  private var waiting: [UInt8] = []

  /// `bundle` goes with the first piece.
  init(_ bundle: Parley_V1_Bundle, to writer: RPCWriter<Parley_V1_ExportBundleResponse>) {
    self.bundle = bundle
    self.writer = writer
  }

  mutating func add(_ bytes: [UInt8]) async throws {
    waiting += bytes
    while waiting.count >= ServiceLimits.chunkBytesMax {
      try await send(Array(waiting.prefix(ServiceLimits.chunkBytesMax)))
      waiting = Array(waiting.dropFirst(ServiceLimits.chunkBytesMax))
    }
  }

  /// Sends what waits.
  mutating func finish() async throws {
    if !waiting.isEmpty { try await send(waiting) }
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
